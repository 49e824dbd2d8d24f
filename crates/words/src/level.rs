//! A level of access as a word.

use cloud_api::swr::AccessLevel;

use crate::{Message, text};

/// The word for a level.
#[must_use]
pub fn level_name(level: AccessLevel) -> Message {
    match level {
        AccessLevel::Read => text::level_read(),
        AccessLevel::Edit => text::level_edit(),
        AccessLevel::Manage => text::level_manage(),
    }
}

/// The word for what a shared account may do; an unknown one is shown as it is.
#[must_use]
pub fn permit_name(permit: &str) -> Message {
    match permit {
        "read" => text::level_read(),
        _ => text::level_unknown(permit),
    }
}

/// The word for a level's number; an unknown number is shown as it is.
#[must_use]
pub fn level_name_of(number: Option<i64>) -> Message {
    let Some(number) = number else {
        return text::level_not_told();
    };
    match AccessLevel::try_from(number) {
        Ok(level) => level_name(level),
        Err(_) => text::level_unknown(number.to_string()),
    }
}
