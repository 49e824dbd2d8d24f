//! Identifiers that IAM gives out: users and projects.

use super::carried::{check_carried, check_carried_segment};
use super::ruled::{CharacterRule, TextError, check_characters, ruled_text};

ruled_text!(
    /// An IAM user, by ID: 32 lowercase hexadecimal digits where it is typed; federated people have
    /// others, which are listed. SWR permissions name users by it, in bodies.
    UserId,
    check_hex,
    check_carried
);

ruled_text!(
    /// A project of an account, by ID: 32 lowercase hexadecimal digits where it is typed.
    ProjectId,
    check_hex,
    check_carried_segment
);

fn check_hex(text: &str) -> Result<(), TextError> {
    const EXACTLY: usize = 32;
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    // A wrong character comes first: a name in place of an ID is seldom of the right length.
    check_characters(
        text,
        CharacterRule::HexDigit,
        |_, character| matches!(character, '0'..='9' | 'a'..='f'),
    )?;
    match text.len() {
        EXACTLY => Ok(()),
        length => Err(TextError::Length {
            length,
            exactly: EXACTLY,
        }),
    }
}
