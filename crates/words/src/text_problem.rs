//! What is wrong with a typed text, in words.

use cloud_api::iam::TokenScope;
use cloud_api::swr::{AccountName, Deadline, ShareDescription, SyncTarget, TargetRegionError};
use cloud_api::{CharacterRule, ProjectId, RegionId, TextError, Timestamp, UserId};

use crate::{Message, text};

/// What breaks a rule of the API, and where; `needed` says what is missing when nothing was given.
#[must_use]
pub fn text_problem(error: &TextError, needed: fn() -> Message) -> Message {
    let (position, character, rule) = match error {
        TextError::Empty => return needed(),
        TextError::TooLong { length, maximum } => {
            return text::field_too_long(*length as u64, *maximum as u64);
        }
        TextError::Length { length, .. } => return text::grant_id_length(*length as u64),
        TextError::OrganizationUrn { text, position } => {
            return match text.chars().nth(position.saturating_sub(1)) {
                Some(character) => text::recipient_urn_character(character, *position as u64),
                None => text::recipient_urn_short(),
            };
        }
        TextError::Character {
            position,
            character,
            rule,
            ..
        } => (*position as u64, *character, rule),
    };
    match rule {
        CharacterRule::NotAllowed | CharacterRule::HexDigit => {
            text::field_character(character, position)
        }
        CharacterRule::LetterFirst => text::name_letter_first(character),
        CharacterRule::LetterOrDigitFirst => text::name_letter_or_digit_first(character),
        CharacterRule::LetterOrDigitLast => text::name_letter_or_digit_last(character),
        CharacterRule::AfterSeparator | CharacterRule::ThirdUnderscore => {
            text::name_after_separator(character, position)
        }
    }
}

/// Of the name of something new.
#[must_use]
pub fn name_problem(error: &TextError) -> Message {
    text_problem(error, text::name_needed)
}

/// Of the ID of an enterprise project or of a task.
#[must_use]
pub fn id_problem(error: &TextError) -> Message {
    text_problem(error, text::enterprise_id_needed)
}

/// Of whom machine images are shared with: the ID of a project or account, or the URN of an organization.
#[must_use]
pub fn recipient_problem(error: &TextError) -> Message {
    match error {
        TextError::Length { length, .. } => text::recipient_id_length(*length as u64),
        error => text_problem(error, text::recipient_needed),
    }
}

/// Of the ID of a user who is granted something; `me` is the ID of whoever grants.
#[must_use]
pub fn grantee_problem(text: &str, me: Option<&str>) -> Option<Message> {
    let text = text.trim();
    match text.parse::<UserId>() {
        // Whatever form the ID of whoever grants has.
        _ if !text.is_empty() && me == Some(text) => Some(text::grant_not_to_oneself()),
        Ok(_) => None,
        Err(error) => Some(text_problem(&error, text::grant_id_needed)),
    }
}

/// Of the account that a repository is shared with; `own` is the name of the person's own.
#[must_use]
pub fn account_problem(text: &str, own: Option<&str>) -> Option<Message> {
    let text = text.trim();
    match text.parse::<AccountName>() {
        Ok(_) if own == Some(text) => Some(text::shared_accounts_own()),
        Ok(_) => None,
        Err(error) => Some(text_problem(&error, text::shared_accounts_account_needed)),
    }
}

/// Of the end of a share; there is none where no day was selected.
#[must_use]
pub fn deadline_problem(end: Option<&Deadline>, now: Timestamp) -> Option<Message> {
    match end.map(Deadline::time) {
        None => Some(text::shared_accounts_day_needed()),
        Some(Some(time)) if time <= now => Some(text::shared_accounts_day_over()),
        Some(_) => None,
    }
}

/// Of what is noted beside a share.
#[must_use]
pub fn description_problem(text: &str) -> Option<Message> {
    let error = text.trim().parse::<ShareDescription>().err()?;
    Some(text_problem(&error, text::name_needed))
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
            text_problem(&error, text::automatic_sync_region_needed)
        }
    })
}

/// What a token is for: a region such as `eu-de`, or a project ID of 32 digits.
///
/// # Errors
/// The words for a text that is neither.
pub fn token_scope(text: &str) -> Result<Option<TokenScope>, Message> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_project = text.len() == 32 && !text.contains('-');
    let needed = |error| text_problem(&error, text::password_scope_needed);
    if is_project {
        let project = text.parse::<ProjectId>();
        return project
            .map(|id| Some(TokenScope::Project(id)))
            .map_err(needed);
    }
    let region = text.parse::<RegionId>();
    region
        .map(|id| Some(TokenScope::Region(id)))
        .map_err(needed)
}
