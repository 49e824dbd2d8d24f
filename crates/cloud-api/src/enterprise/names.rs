//! Names that people give to target registries and replication policies.

use crate::text::carried::check_carried;
use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, TextError};

ruled_text!(
    /// The name of a target registry: 1 to 64 letters, digits, Chinese characters, `_` and `-`.
    RegistryName,
    check_registry_name,
    check_carried
);

ruled_text!(
    /// The name of a replication policy: 1 to 256 letters, digits, Chinese characters, `_` and `-`.
    PolicyName,
    check_policy_name,
    check_carried
);

fn check_registry_name(text: &str) -> Result<(), TextError> {
    check_name(text, 64)
}

fn check_policy_name(text: &str) -> Result<(), TextError> {
    check_name(text, 256)
}

fn check_name(text: &str, longest: usize) -> Result<(), TextError> {
    check_length(text, longest)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        let is_chinese = ('\u{4e00}'..='\u{9fa5}').contains(&character);
        is_chinese || character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
    })
}
