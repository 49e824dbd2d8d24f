//! Text from servers and people: shown, never believed.

use cloud_api::is_unseen;

use crate::emoji;

/// Characters of an untrusted text that are shown before it is cut.
const MOST: usize = 256;

/// The text with every character that nobody sees as a visible code: it could make one name look
/// like another. What nobody sees alone stays where it makes an emoji.
#[must_use]
pub fn visible(text: &str) -> String {
    // Nearly every text has none.
    if !text.chars().any(is_unseen) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let mut shown = String::with_capacity(text.len());
    for (place, character) in characters.iter().enumerate() {
        if is_unseen(*character) && !emoji::is_seen(&characters, place) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(*character)));
        } else {
            shown.push(*character);
        }
    }
    shown
}

/// The beginning of a text that is too long to be shown whole; `None` for any other.
#[must_use]
pub fn beginning(text: &str) -> Option<String> {
    let (end, _) = text.char_indices().nth(MOST)?;
    Some(format!("{}…", &text[..end]))
}
