//! The rule of identifiers that HSS gives out.

use crate::text::ruled::{check_characters, check_length};
use crate::{CharacterRule, TextError};

/// Letters, digits, `-`, `_` and `.`, the last not first. The characters are not documented; with
/// these an ID from an address cannot leave its place in a path.
pub(super) fn check_identifier(text: &str, maximum: usize) -> Result<(), TextError> {
    check_length(text, maximum)?;
    check_characters(text, CharacterRule::NotAllowed, |index, character| {
        character.is_ascii_alphanumeric()
            || matches!(character, '-' | '_')
            || (index > 0 && character == '.')
    })
}
