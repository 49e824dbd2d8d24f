//! Identifiers that IAM gives out: users, projects and accounts.

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

ruled_text!(
    /// An account, by ID: 32 lowercase hexadecimal digits where it is typed. IMS names accounts by it, in
    /// bodies.
    AccountId,
    check_hex,
    check_carried
);

pub(super) fn check_hex(text: &str) -> Result<(), TextError> {
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
