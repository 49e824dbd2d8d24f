//! The end of a token, and what is told before it.

use cloud_api::Timestamp;

/// What is told before a token ends, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// There is time to finish what was begun.
    Soon,
    /// What is begun may not be finished.
    VerySoon,
}

impl Warning {
    /// From how many minutes before the end on.
    #[must_use]
    pub fn minutes(self) -> i64 {
        match self {
            Self::Soon => 30,
            Self::VerySoon => 5,
        }
    }
}

/// The end of a token, as far as it was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    of: Option<Timestamp>,
    told: Option<Warning>,
    is_no_longer: bool,
}

impl Ending {
    /// What is to be told at a time of a token that ends then; of another one than before all is told anew.
    pub fn warns(&mut self, ends_at: Option<Timestamp>, now: Timestamp) -> Option<Warning> {
        if self.of != ends_at {
            *self = Self {
                of: ends_at,
                told: None,
                is_no_longer: self.told == Some(Warning::VerySoon),
            };
        }
        let left = ends_at?.milliseconds_since(now);
        let reaches = |it: &Warning| left > 0 && left <= it.minutes() * 60_000;
        self.is_no_longer &= reaches(&Warning::VerySoon);
        let mut reached = [Warning::VerySoon, Warning::Soon]
            .into_iter()
            .filter(reaches);
        let warning = reached.next().filter(|it| self.told < Some(*it))?;
        self.told = Some(warning);
        Some(warning)
    }

    /// Whether a token that took the place of one that ended very soon has ended very soon from its
    /// beginning: so would the next one, and the one after that.
    #[must_use]
    pub fn is_no_longer(&self) -> bool {
        self.is_no_longer
    }
}
