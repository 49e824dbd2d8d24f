//! How fast a change is carried out, as the service lets it.

use cloud_api::{Pace, Timestamp, told_pause};
use serde::{Deserialize, Serialize};

use crate::Change;

/// How many calls and read-backs may be under way, and until when none begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pacing {
    pace: Pace,
    /// Until when the service wants to be left alone.
    rests_until: Option<Timestamp>,
}

impl Pacing {
    /// Calls, and as many read-backs, that may be under way at the same time.
    pub(crate) fn at_once(&self) -> usize {
        self.pace.at_once()
    }

    /// Until when nothing begins.
    pub(crate) fn rests_until(&self) -> Option<Timestamp> {
        self.rests_until
    }

    /// Notes an answer of the service about the thing itself.
    pub(crate) fn went_well(&mut self) {
        self.pace.went_well();
    }

    /// Begins a pause because the service wants fewer requests; `told` are seconds, as it says. What
    /// was under way beside the first that was refused is refused alike: of those only a longer pause
    /// counts. `false` when pausing does not help.
    #[must_use]
    pub(crate) fn rest(&mut self, told: Option<u32>, now: Timestamp) -> bool {
        let pause = match self.rests_until {
            Some(_) => told_pause(told).or(Some(0)),
            None => self.pace.slow_down(told),
        };
        let until = pause.map(|pause| now.plus_milliseconds(pause));
        self.rests_until = self.rests_until.max(until);
        until.is_some()
    }

    /// Ends the pause when its time has come.
    pub(crate) fn look_at_clock(&mut self, now: Timestamp) {
        self.rests_until = self.rests_until.filter(|until| *until > now);
    }

    /// A person says that it goes on; a pause that has begun still counts.
    pub(crate) fn go_on(&mut self) {
        self.pace.go_on();
    }
}

impl Change {
    /// Until when nothing is sent or read back because the service wants fewer requests; then it goes
    /// on by itself, and slower. `None` while nothing is waited for.
    #[must_use]
    pub fn waits_until(&self) -> Option<Timestamp> {
        self.pacing.rests_until().filter(|_| !self.is_settled())
    }
}
