//! How fast may be asked, as the service lets it.

use serde::{Deserialize, Serialize};

use crate::{ApiError, Meaning};

/// Requests of a kind that may be under way at the same time, while the service asks for nothing
/// slower.
const UNDER_WAY: usize = 4;

/// Answers in a row that were good, after which one more may be under way.
const WELL: u32 = 20;

/// Milliseconds of the first pause where the service tells none; each one after it that follows
/// without a good answer between is twice as long. Clouds ask for up to a minute (reference §10).
const FIRST: i64 = 2_000;

/// The longest pause in milliseconds that is taken unasked.
const LONGEST: i64 = 60_000;

/// The longest pause in milliseconds that is taken because the service says so: five minutes.
pub(crate) const LONGEST_TOLD: i64 = 300_000;

/// How fast may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    at_once: usize,
    well: u32,
    pauses: u32,
    /// The latest pause in milliseconds.
    latest: Option<i64>,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            at_once: UNDER_WAY,
            well: 0,
            pauses: 0,
            latest: None,
        }
    }
}

impl Pace {
    /// Pauses without a good answer between, after which a person has to say that it goes on.
    pub const MOST_PAUSES: u32 = 8;

    /// Requests that may be under way at the same time.
    #[must_use]
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    /// Notes a good answer.
    pub fn went_well(&mut self) {
        self.pauses = 0;
        self.well = self.well.saturating_add(1);
        if self.well >= WELL && self.at_once < UNDER_WAY {
            self.at_once += 1;
            self.well = 0;
        }
    }

    /// Notes that the service wants fewer requests, and gives for how many milliseconds none is made;
    /// `told` are seconds, as the service says. `None` when pausing does not help.
    pub fn slow_down(&mut self, told: Option<u32>) -> Option<i64> {
        if self.pauses >= Self::MOST_PAUSES {
            return None;
        }
        let own = FIRST.saturating_mul(1 << self.pauses).min(LONGEST);
        self.pauses += 1;
        self.well = 0;
        self.at_once = (self.at_once / 2).max(1);
        self.latest = Some(told_pause(told).unwrap_or(own));
        self.latest
    }

    /// The latest pause in milliseconds.
    #[must_use]
    pub fn latest(&self) -> Option<i64> {
        self.latest
    }

    /// Notes that a person says that it goes on, as slowly as before.
    pub fn go_on(&mut self) {
        self.pauses = 0;
    }
}

impl ApiError {
    /// Whether the service, by its own word, wants fewer requests: the same may well be taken later.
    #[must_use]
    pub fn asks_for_a_pause(&self) -> bool {
        self.meaning() == Some(Meaning::Throttled)
    }
}

/// The pause in milliseconds that the service tells, a second at least.
#[must_use]
pub fn told_pause(told: Option<u32>) -> Option<i64> {
    told.map(|seconds| (i64::from(seconds) * 1_000).clamp(1_000, LONGEST_TOLD))
}
