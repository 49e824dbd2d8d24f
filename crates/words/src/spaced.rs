//! Spaces and brackets as each language writes them, around what the browser writes.

use crate::language::Language;

/// The text with one space between a Chinese character and a letter or digit: `7 天前` of `7天前`.
/// Texts of other languages stay as they are.
#[must_use]
pub fn spaced(text: &str, language: Language) -> String {
    if language != Language::Chinese {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len() + 2);
    let mut before = None;
    for character in text.chars() {
        let meets = |one: char, other: char| is_chinese(one) && other.is_ascii_alphanumeric();
        if before.is_some_and(|it| meets(it, character) || meets(character, it)) {
            spaced.push(' ');
        }
        spaced.push(character);
        before = Some(character);
    }
    spaced
}

/// What stands in brackets behind a word, with the space before it where the language has one:
/// ` (7)`, and `（7）` in Chinese.
#[must_use]
pub fn in_brackets(text: &str, language: Language) -> String {
    match language {
        Language::English => format!(" ({text})"),
        Language::Chinese => format!("（{text}）"),
    }
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
