//! Whether somebody is there.

use std::num::NonZeroU16;

use cloud_api::Timestamp;

/// So long before it locks a page says so, unless that were more than half of the whole time:
/// milliseconds.
const WARNED_BEFORE: i64 = 120_000;

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Somebody is, as far as can be told.
    There,
    /// Nobody has been for a while.
    Leaving {
        /// When nobody will have been for too long.
        until: Timestamp,
    },
    /// Nobody has been for too long.
    Gone,
}

/// Since when nobody has used a page, and how long that may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    used_at: Timestamp,
    may_last: i64,
}

impl Idle {
    /// One that begins now and may last so many minutes.
    #[must_use]
    pub fn since(used_at: Timestamp, minutes: NonZeroU16) -> Self {
        Self {
            used_at,
            may_last: i64::from(minutes.get()) * 60_000,
        }
    }

    /// When the page was last used.
    #[must_use]
    pub fn used_at(&self) -> Timestamp {
        self.used_at
    }

    /// Whether somebody is there at a time. A clock that was put back begins anew: what it said before
    /// tells nothing.
    pub fn presence(&mut self, now: Timestamp) -> Presence {
        let lasts = now.milliseconds_since(self.used_at);
        if lasts < 0 {
            self.used_at = now;
            return Presence::There;
        }
        let is_warned_from = self.may_last - WARNED_BEFORE.min(self.may_last / 2);
        match lasts {
            lasts if lasts >= self.may_last => Presence::Gone,
            lasts if lasts >= is_warned_from => Presence::Leaving {
                until: self.used_at.plus_milliseconds(self.may_last),
            },
            _ => Presence::There,
        }
    }

    /// Somebody uses the page. Who comes when nobody has been there for too long changes nothing of that:
    /// it may be somebody else.
    pub fn use_at(&mut self, now: Timestamp) -> Presence {
        if self.presence(now) == Presence::Gone {
            return Presence::Gone;
        }
        self.used_at = now;
        Presence::There
    }
}
