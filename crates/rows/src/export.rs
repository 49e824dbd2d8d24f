//! Rows as files for other programs. Cells are untrusted text: none becomes a formula in a
//! spreadsheet, none leaves its place.

/// Rows below a head as CSV (RFC 4180). Where a spreadsheet would find a formula, an apostrophe stands
/// in front of it, whatever separates columns there: it may be a semicolon or a tab.
#[must_use]
pub fn csv(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut file = String::new();
    for (index, name) in head.iter().enumerate() {
        push_cell(&mut file, index, name);
    }
    file.push_str("\r\n");
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            push_cell(&mut file, index, cell);
        }
        file.push_str("\r\n");
    }
    file
}

fn push_cell(file: &mut String, index: usize, cell: &str) {
    if index > 0 {
        file.push(',');
    }
    let is_quoted = cell.contains(['"', ',', '\r', '\n']);
    if is_quoted {
        file.push('"');
    }
    let mut is_beginning = true;
    for (place, character) in cell.char_indices() {
        let rest = cell.get(place..).unwrap_or_default();
        let is_blank = place == 0 && rest.starts_with(['\t', '\r']);
        if is_blank || (is_beginning && begins_formula(rest)) {
            file.push('\'');
        }
        is_beginning = separates(character);
        if character == '"' {
            file.push('"');
        }
        file.push(character);
    }
    if is_quoted {
        file.push('"');
    }
}

/// Whether what follows may stand in a cell of its own: programs split lines at other characters
/// than a comma, and do not take a quotation mark in the middle of such a cell for one.
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

/// Rows as a JSON array of objects with the head's names. Cells stay as they are.
#[must_use]
pub fn json(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut file = String::from("[");
    for (number, row) in rows.iter().enumerate() {
        file.push_str(if number == 0 { "\n{" } else { ",\n{" });
        for (index, (name, cell)) in head.iter().zip(row).enumerate() {
            if index > 0 {
                file.push(',');
            }
            push_text(&mut file, name);
            file.push(':');
            push_text(&mut file, cell);
        }
        file.push('}');
    }
    file.push_str("\n]\n");
    file
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
