//! How long something lasts, in words.

use crate::{Message, text};

/// So many minutes, with hours where there are some.
#[must_use]
pub fn of_minutes(minutes: u64) -> Message {
    match (minutes / 60, minutes % 60) {
        (0, 0) => text::header_remaining_moment(),
        (0, minutes) => text::header_remaining_minutes(minutes),
        (hours, minutes) => text::header_remaining_value(hours, minutes),
    }
}
