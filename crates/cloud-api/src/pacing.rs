//! How fast something goes on, and until when it rests, as the service lets it.

use serde::{Deserialize, Serialize};

use crate::pace::LONGEST_TOLD;
use crate::{Pace, Timestamp, told_pause};

/// How many requests may be under way, and until when none begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pacing {
    pace: Pace,
    /// Until when the service wants to be left alone.
    rests_until: Option<Timestamp>,
}

impl Pacing {
    /// Requests of a kind that may be under way at the same time.
    #[must_use]
    pub fn at_once(&self) -> usize {
        self.pace.at_once()
    }

    /// Until when nothing begins.
    #[must_use]
    pub fn rests_until(&self) -> Option<Timestamp> {
        self.rests_until
    }

    /// Notes an answer of the service about the thing itself.
    pub fn went_well(&mut self) {
        self.pace.went_well();
    }

    /// Begins a pause because the service wants fewer requests; `told` are seconds, as it says. What
    /// was under way beside the first that was refused is refused alike: of those only a longer pause
    /// counts. `false` when pausing does not help.
    #[must_use]
    pub fn rest(&mut self, told: Option<u32>, now: Timestamp) -> bool {
        // Timers ring late: a pause that is over swallows no refusal.
        self.look_at_clock(now);
        let pause = match self.rests_until {
            Some(_) => told_pause(told).or(Some(0)),
            None => self.pace.slow_down(told),
        };
        let until = pause.map(|pause| now.plus_milliseconds(pause));
        self.rests_until = self.rests_until.max(until);
        until.is_some()
    }

    /// Ends the pause when its time has come. One that is longer than any that begins shows that the
    /// clock was set back, and ends too.
    pub fn look_at_clock(&mut self, now: Timestamp) {
        let left = |until: &Timestamp| until.milliseconds_since(now);
        let goes_on = |until: &Timestamp| (1..=LONGEST_TOLD).contains(&left(until));
        self.rests_until = self.rests_until.filter(goes_on);
    }

    /// A person says that it goes on; a pause that has begun still counts.
    pub fn go_on(&mut self) {
        self.pace.go_on();
    }
}
