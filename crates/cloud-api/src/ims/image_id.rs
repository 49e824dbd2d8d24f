//! Identifiers of machine images.

use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, TextError};

ruled_text!(
    /// A machine image, by ID: 1 to 64 letters, digits, `-` and `_`. Documented are UUIDs; with these
    /// characters an ID from an address cannot leave its place in a path.
    ImageId,
    check_image_id
);

fn check_image_id(text: &str) -> Result<(), TextError> {
    check_length(text, 64)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
    })
}
