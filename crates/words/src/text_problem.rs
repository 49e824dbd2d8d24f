//! What is wrong with a typed text, in words.

use cloud_api::hss::TextError;
use cloud_api::iam::TokenScope;
use cloud_api::swr::{SyncTarget, TargetRegionError};
use cloud_api::{CharacterRule, HexError, NameError, ProjectId, RegionId, RegionIdError, UserId};

use crate::{Message, text};

/// Of the name of something new.
#[must_use]
pub fn name_problem(error: &NameError) -> Message {
    let (position, character, rule) = match error {
        NameError::Empty => return text::name_needed(),
        NameError::TooLong { length, maximum } => return too_long(*length, *maximum),
        NameError::Character {
            position,
            character,
            rule,
            ..
        } => (*position, *character, rule),
    };
    match rule {
        CharacterRule::NotAllowed => not_allowed(character, position),
        CharacterRule::LetterFirst => text::name_letter_first(character),
        CharacterRule::LetterOrDigitFirst => text::name_letter_or_digit_first(character),
        CharacterRule::LetterOrDigitLast => text::name_letter_or_digit_last(character),
        CharacterRule::AfterSeparator | CharacterRule::ThirdUnderscore => {
            text::name_after_separator(character, position as u64)
        }
    }
}

/// Of a text that the host security service bounds.
#[must_use]
pub fn text_problem(error: &TextError) -> Message {
    match error {
        TextError::Empty => text::enterprise_id_needed(),
        TextError::TooLong { length, maximum } => too_long(*length, *maximum),
        TextError::Character {
            position,
            character,
            ..
        } => not_allowed(*character, *position),
    }
}

/// Of the ID of a user who is granted something; `me` is the ID of whoever grants.
#[must_use]
pub fn grantee_problem(text: &str, me: Option<&str>) -> Option<Message> {
    let text = text.trim();
    match text.parse::<UserId>() {
        Ok(_) if me == Some(text) => Some(text::grant_not_to_oneself()),
        Ok(_) => None,
        Err(HexError::Empty) => Some(text::grant_id_needed()),
        Err(HexError::Length { length }) => Some(text::grant_id_length(length as u64)),
        Err(HexError::Character {
            position,
            character,
            ..
        }) => Some(not_allowed(character, position)),
    }
}

/// Of the region that images are copied to; `source` is the one from which.
#[must_use]
pub fn target_region_problem(source: Option<&RegionId>, text: &str) -> Option<Message> {
    let region = match source {
        Some(source) => SyncTarget::region_outside(source, text),
        None => text.parse().map_err(TargetRegionError::NoRegion),
    };
    Some(match region.err()? {
        TargetRegionError::SameAsSource(region) => {
            text::automatic_sync_same_region(region.to_string())
        }
        TargetRegionError::NoRegion(error) => {
            region_problem(&error, text::automatic_sync_region_needed)
        }
    })
}

/// What a token is for: a region such as `eu-de`, or a project ID of 32 digits.
///
/// # Errors
/// The words for a text that is neither.
pub fn token_scope(text: &str) -> Result<TokenScope, Message> {
    let text = text.trim();
    let is_project = text.len() == 32 && !text.contains('-');
    if is_project {
        return match text.parse::<ProjectId>() {
            Ok(project) => Ok(TokenScope::Project(project)),
            Err(HexError::Character {
                position,
                character,
                ..
            }) => Err(not_allowed(character, position)),
            Err(HexError::Empty | HexError::Length { .. }) => Err(text::password_scope_needed()),
        };
    }
    match text.parse::<RegionId>() {
        Ok(region) => Ok(TokenScope::Region(region)),
        Err(error) => Err(region_problem(&error, text::password_scope_needed)),
    }
}

fn region_problem(error: &RegionIdError, needed: fn() -> Message) -> Message {
    match error {
        RegionIdError::Empty => needed(),
        RegionIdError::TooLong { length, maximum } => too_long(*length, *maximum),
        RegionIdError::Character {
            position,
            character,
            ..
        } => not_allowed(*character, *position),
    }
}

fn too_long(length: usize, maximum: usize) -> Message {
    text::field_too_long(length as u64, maximum as u64)
}

fn not_allowed(character: char, position: usize) -> Message {
    text::field_character(character, position as u64)
}
