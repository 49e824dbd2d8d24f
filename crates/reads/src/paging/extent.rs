//! How much of a list is known to have come.

use cloud_api::{ApiError, Unreadable};

/// Readings after which a list is taken to have no end: 2,000,000 rows at 200 a page.
pub(super) const MOST_READINGS: u32 = 10_000;

/// How much of a list came, once its reading has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: nothing that was answered says otherwise.
    Whole,
    /// The service counts more rows than it gave.
    Fewer {
        /// How many came.
        read: u64,
        /// How many the service counts.
        counted: u64,
    },
    /// The list changed each time that it was read, so that rows may be missing.
    Changed {
        /// How many came.
        read: u64,
    },
    /// The service gave the same rows again instead of those that follow.
    Repeated {
        /// How many came.
        read: u64,
    },
}

/// What was noticed while a list was read, when it is not read once more for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Rows or counts do not belong together.
    Changed,
    /// A page had nothing but rows of other pages.
    Repeated,
}

impl Extent {
    /// Of so many rows that came.
    pub(super) fn of(read: u64, counted: Option<u64>, doubt: Option<Doubt>) -> Self {
        match (counted.filter(|counted| *counted > read), doubt) {
            (Some(counted), _) => Self::Fewer { read, counted },
            (None, Some(Doubt::Changed)) => Self::Changed { read },
            (None, Some(Doubt::Repeated)) => Self::Repeated { read },
            (None, None) => Self::Whole,
        }
    }

    /// Whether it may be said of anything that it is not in the list.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self == Self::Whole
    }
}

/// Why answers that could be read do not make a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// An answer had no rows although rows follow.
    Hole {
        /// How many rows come before.
        at: u64,
    },
    /// The row that the next page follows has no ID, so that nobody can ask for that page.
    Unmarked {
        /// How many rows come before the page.
        at: u64,
    },
    /// Page after page came, more than any list has.
    Endless,
}

impl From<Flaw> for ApiError {
    fn from(flaw: Flaw) -> Self {
        Self::Unreadable(Unreadable {
            status: 200,
            at: match flaw {
                Flaw::Hole { at } => {
                    format!("no rows after the first {at}, although others follow")
                }
                Flaw::Unmarked { at } => {
                    format!("row {at} has no ID, so what follows is not known")
                }
                Flaw::Endless => format!("more than {MOST_READINGS} pages"),
            },
            request_id: None,
        })
    }
}
