//! How far this computer's clock is off.

use super::response::Response;
use super::timestamp::Timestamp;

/// How far the cloud's clock is ahead of this computer's. Differences of up to two minutes are none: an
/// answer takes a while, and its time is told in whole seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockOffset {
    milliseconds: i64,
    /// Whether no answer has told the time, and it is at least so much.
    is_least: bool,
}

/// A clock that is wrong by more than a few minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongClock {
    /// By so many minutes too early.
    Behind(u64),
    /// By so many minutes too late.
    Ahead(u64),
    /// By it a token has ended, or has not begun, that is accepted; by how much it is off nobody tells.
    Contradicted,
}

/// What is no difference.
const CLOSE_MILLISECONDS: u64 = 120_000;

/// From here on a person is told.
const TOLD_MINUTES: i64 = 5;

impl ClockOffset {
    /// What is known when an answer has come in at a time by this computer's clock. An error page of
    /// something on the way, and an answer out of a store, tell nothing.
    #[must_use]
    pub fn heard(self, response: &Response, computer: Timestamp) -> Self {
        let is_fresh = response.is_success()
            && !response.is_web_page()
            && response.header("Age").is_none_or(|age| age.trim() == "0");
        let date = response.header("Date").filter(|_| is_fresh);
        let Some(date) = date.and_then(Timestamp::parse_http_date) else {
            return self;
        };
        self.told(date, computer)
    }

    /// What is known when the cloud has just told its time.
    #[must_use]
    pub fn told(self, cloud: Timestamp, computer: Timestamp) -> Self {
        let milliseconds = cloud.milliseconds_since(computer);
        let is_close =
            |to: i64| milliseconds.saturating_sub(to).unsigned_abs() <= CLOSE_MILLISECONDS;
        if is_close(0) {
            Self::default()
        } else if is_close(self.milliseconds) && !self.is_least {
            self
        } else {
            Self {
                milliseconds,
                is_least: false,
            }
        }
    }

    /// What is known when a token has just been accepted that is good from one time until another, as far
    /// as that is told: where answers tell no time, a clock can be wrong without anything else that shows it.
    #[must_use]
    pub fn accepted(
        self,
        from: Option<Timestamp>,
        until: Option<Timestamp>,
        computer: Timestamp,
    ) -> Self {
        let has_begun = |at: Timestamp| from.is_none_or(|from| is_before(from, at));
        let has_ended = |at: Timestamp| until.is_some_and(|until| !is_before(at, until));
        let is_possible = |at| has_begun(at) && !has_ended(at);
        if !self.is_least && is_possible(self.cloud_time(computer)) {
            return self;
        }
        if is_possible(computer) {
            return Self::default();
        }
        // Most tokens are used soon after they were made.
        match from.or(until) {
            Some(cloud) => Self {
                milliseconds: cloud.milliseconds_since(computer),
                is_least: true,
            },
            None => self,
        }
    }

    /// The cloud's time at a time of this computer's clock.
    #[must_use]
    pub const fn cloud_time(self, computer: Timestamp) -> Timestamp {
        computer.plus_milliseconds(self.milliseconds)
    }

    /// What a person should know of this computer's clock.
    #[must_use]
    pub const fn wrong_clock(self) -> Option<WrongClock> {
        if self.is_least {
            return Some(WrongClock::Contradicted);
        }
        // To the nearest: the time of an answer is cut off to a whole second.
        let minutes = self.milliseconds.saturating_add(30_000).div_euclid(60_000);
        match minutes {
            TOLD_MINUTES.. => Some(WrongClock::Behind(minutes.unsigned_abs())),
            _ if minutes <= -TOLD_MINUTES => Some(WrongClock::Ahead(minutes.unsigned_abs())),
            _ => None,
        }
    }
}

/// Whether a time comes before another, or is close to it.
fn is_before(time: Timestamp, other: Timestamp) -> bool {
    time.milliseconds_since(other) < CLOSE_MILLISECONDS.cast_signed()
}
