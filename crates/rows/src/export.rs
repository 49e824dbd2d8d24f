//! Rows as files for other programs. Cells are untrusted text: none becomes a formula in a
//! spreadsheet, none leaves its place.

/// A table as a file holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export<'a> {
    /// What is told of the whole, by name: where it is from, who read it and when, what is missing.
    pub about: Vec<(&'a str, String)>,
    /// The names of the columns.
    pub head: Vec<&'a str>,
    /// A text for each of them, row after row.
    pub rows: Vec<Vec<String>>,
}

/// What stands between the columns of a CSV file. Spreadsheets take the one that belongs to the
/// region of their computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`: English, Chinese.
    Comma,
    /// `;`: German and most others that write a comma in numbers.
    Semicolon,
}

impl Separator {
    fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

/// A table as CSV (RFC 4180) in UTF-8 with the byte order mark, without which spreadsheets take it
/// for another encoding. What is told of the whole stands above the table, a name and a value in a
/// row, then an empty row; every row has as many cells as the table. Where a spreadsheet would find a
/// formula, an apostrophe stands in front of it, whatever separates columns there: it may be a
/// semicolon or a tab.
#[must_use]
pub fn csv(export: &Export<'_>, separator: Separator) -> String {
    let width = match export.about.is_empty() {
        true => export.head.len(),
        false => export.head.len().max(2),
    };
    let mut file = File {
        text: String::from('\u{feff}'),
        separator: separator.character(),
        width,
    };
    for (name, value) in &export.about {
        file.push_row([*name, value.as_str()].into_iter());
    }
    if !export.about.is_empty() {
        file.push_row(std::iter::empty());
    }
    file.push_row(export.head.iter().copied());
    for row in &export.rows {
        file.push_row(row.iter().map(String::as_str));
    }
    file.text
}

/// A CSV file that is being written.
struct File {
    text: String,
    separator: char,
    /// How many cells each row has.
    width: usize,
}

impl File {
    fn push_row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let cells = cells.chain(std::iter::repeat("")).take(self.width);
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                self.text.push(self.separator);
            }
            self.push_cell(cell);
        }
        self.text.push_str("\r\n");
    }

    fn push_cell(&mut self, cell: &str) {
        let is_quoted = cell.contains(['"', self.separator, '\r', '\n']);
        if is_quoted {
            self.text.push('"');
        }
        let mut is_beginning = true;
        for (place, character) in cell.char_indices() {
            let rest = cell.get(place..).unwrap_or_default();
            let is_blank = place == 0 && rest.starts_with(['\t', '\r']);
            if is_blank || (is_beginning && begins_formula(rest)) {
                self.text.push('\'');
            }
            // Where a comma separates, a cell with one is quoted.
            is_beginning = separates(character) || (character == ',' && self.separator != ',');
            if character == '"' {
                self.text.push('"');
            }
            self.text.push(character);
        }
        if is_quoted {
            self.text.push('"');
        }
    }
}

/// Whether what follows may stand in a cell of its own: programs split lines at other characters
/// than the one that was meant, and do not take a quotation mark in the middle of such a cell for
/// one.
fn separates(character: char) -> bool {
    matches!(
        character,
        ';' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a spreadsheet may take the beginning of a cell for a formula. It drops what shows nothing,
/// and quotation marks that close at once.
fn begins_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.trim_start_matches(|character: char| {
        let is_dropped = !character.is_ascii() && !character.is_alphanumeric();
        character == '"'
            || character.is_whitespace()
            || character.is_control()
            || (is_dropped && !SIGNS.contains(&character))
    })
    .starts_with(SIGNS)
}

/// A table as a JSON object: `about` by name, and `rows`, each an object with the head's names. Cells
/// stay as they are.
#[must_use]
pub fn json(export: &Export<'_>) -> String {
    let mut file = String::from("{\n\"about\":{");
    for (index, (name, value)) in export.about.iter().enumerate() {
        file.push_str(if index == 0 { "\n" } else { ",\n" });
        push_pair(&mut file, name, value);
    }
    file.push_str("\n},\n\"rows\":[");
    for (number, row) in export.rows.iter().enumerate() {
        file.push_str(if number == 0 { "\n{" } else { ",\n{" });
        for (index, (name, cell)) in export.head.iter().zip(row).enumerate() {
            if index > 0 {
                file.push(',');
            }
            push_pair(&mut file, name, cell);
        }
        file.push('}');
    }
    file.push_str("\n]\n}\n");
    file
}

fn push_pair(file: &mut String, name: &str, value: &str) {
    push_text(file, name);
    file.push(':');
    push_text(file, value);
}

fn push_text(file: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    file.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                file.push('\\');
                file.push(character);
            }
            '\0'..='\u{1f}' => {
                let code = character as usize;
                file.push_str("\\u00");
                file.push(char::from(DIGITS[code >> 4]));
                file.push(char::from(DIGITS[code & 15]));
            }
            _ => file.push(character),
        }
    }
    file.push('"');
}
