//! What is said of this computer's clock.

use cloud_api::WrongClock;

use crate::span::of_minutes;
use crate::{Message, text};

/// That it is wrong, by how much, and what counts here.
#[must_use]
pub fn of_wrong_clock(wrong: WrongClock) -> Message {
    match wrong {
        WrongClock::Ahead(minutes) => text::clock_ahead(of_minutes(minutes)),
        WrongClock::Behind(minutes) => text::clock_behind(of_minutes(minutes)),
        WrongClock::Contradicted => text::clock_contradicted(),
    }
}
