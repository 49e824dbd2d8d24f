//! What is said of this computer's clock.

use cloud_api::WrongClock;

use crate::{Message, text};

/// That it is wrong, by how much, and what counts here.
#[must_use]
pub fn of_wrong_clock(wrong: WrongClock) -> Message {
    let offset = |minutes: u64| text::header_remaining_value(minutes / 60, minutes % 60);
    match wrong {
        WrongClock::Ahead(minutes) => text::clock_ahead(offset(minutes)),
        WrongClock::Behind(minutes) => text::clock_behind(offset(minutes)),
        WrongClock::Contradicted => text::clock_contradicted(),
    }
}
