//! How much of a list is read again while its rows come to their ends: what has ended since, and
//! everything now and then.

/// Every so many readings all is read: once a minute when nothing is paused.
const WHOLE_EVERY: u32 = 12;

/// What is known of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// How many rows.
    pub rows: usize,
    /// Whether all have arrived.
    pub is_whole: bool,
}

/// What is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing can have changed.
    Nothing,
    /// The rows that have ended since.
    WhatEnded,
    /// The whole list.
    Everything,
}

/// Decides how much is read again. Of what is over everything is read, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatchUp {
    /// A list of up to so many rows takes no more calls than what has ended would.
    small: usize,
    /// Readings since everything was read.
    readings: u32,
    /// Whether all is to be read once more when nothing goes on any longer.
    may_lack_the_end: bool,
}

impl CatchUp {
    /// For a list of which up to `small` rows are always read whole.
    #[must_use]
    pub fn with_small(small: usize) -> Self {
        Self {
            small,
            readings: 0,
            may_lack_the_end: true,
        }
    }

    /// What is to be read now; `goes_on` says whether more rows can end.
    pub fn due(&mut self, goes_on: bool, known: Known) -> Due {
        let may_change = goes_on || self.may_lack_the_end;
        self.may_lack_the_end = goes_on;
        if !may_change {
            return Due::Nothing;
        }
        self.readings += 1;
        let is_small = known.rows <= self.small || !known.is_whole;
        if !goes_on || is_small || self.readings >= WHOLE_EVERY {
            self.readings = 0;
            return Due::Everything;
        }
        Due::WhatEnded
    }
}
