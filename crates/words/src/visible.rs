//! Text from servers and people: shown, never believed.

use cloud_api::is_unseen;

/// The text with every character that nobody sees as a visible code: it could make one name look
/// like another.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}
