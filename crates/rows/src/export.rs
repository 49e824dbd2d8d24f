//! Rows as files for other programs. Cells are untrusted text: none becomes a formula in a
//! spreadsheet, none leaves its place.

/// Rows below a head as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an
/// apostrophe in front.
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
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        file.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            file.push('"');
        }
        file.push(character);
    }
    if is_quoted {
        file.push('"');
    }
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
