//! Identifiers of vaults.

use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, TextError};

ruled_text!(
    /// A vault of the backup service, by ID: 1 to 64 letters, digits, `-` and `_`. Documented are UUIDs.
    VaultId,
    check_vault_id
);

fn check_vault_id(text: &str) -> Result<(), TextError> {
    check_length(text, 64)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
    })
}
