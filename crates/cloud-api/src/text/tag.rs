//! Names of image tags.

use super::carried::check_carried_segment;
use super::ruled::{CharacterRule, TextError, check_characters, check_length, ruled_text};

ruled_text!(
    /// A tag of an image: 1 to 128 letters, digits, `_`, `.` and `-`, neither `.` nor `-` first (the
    /// rule of the image distribution protocol, which the API passes on).
    TagName,
    check_tag,
    check_carried_segment
);

fn check_tag(text: &str) -> Result<(), TextError> {
    check_length(text, 128)?;
    check_characters(text, CharacterRule::NotAllowed, |index, character| {
        character.is_ascii_alphanumeric()
            || character == '_'
            || (index > 0 && matches!(character, '.' | '-'))
    })
}
