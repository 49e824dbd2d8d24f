//! What is known of one place, and of all together.

use cloud_api::{ApiError, Timestamp};
use serde::{Deserialize, Serialize};

/// What is known of the reading of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    read_at: Option<Timestamp>,
    error: Option<Box<ApiError>>,
    /// When that was read which stays until the place is read anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_from: Option<Timestamp>,
}

impl Reading {
    /// When the result that is kept was read; a later failure does not take it away.
    #[must_use]
    pub fn read_at(&self) -> Option<Timestamp> {
        self.read_at
    }

    /// When that was read which is held of the place, also while everything is read anew.
    #[must_use]
    pub fn held_from(&self) -> Option<Timestamp> {
        self.read_at.or(self.kept_from)
    }

    /// Why the latest reading told nothing, when it did not.
    #[must_use]
    pub fn error(&self) -> Option<&ApiError> {
        self.error.as_deref()
    }

    /// The same place with its turn before it, of which is held what was.
    pub(super) fn anew(&self) -> Self {
        Self {
            kept_from: self.held_from(),
            ..Self::default()
        }
    }

    /// Whether the latest reading gave the result.
    pub(super) fn is_read(&self) -> bool {
        self.error.is_none() && self.read_at.is_some()
    }

    /// Whether the latest reading told nothing.
    pub(super) fn is_refused(&self) -> bool {
        self.error.is_some()
    }

    pub(super) fn is_untouched(&self) -> bool {
        self.read_at.is_none() && self.error.is_none()
    }

    pub(super) fn succeed(&mut self, now: Timestamp) {
        *self = Self {
            read_at: Some(now),
            ..Self::default()
        };
    }

    pub(super) fn fail(&mut self, error: ApiError) {
        self.error = Some(Box::new(error));
    }
}

/// How much of a scan is done. The other numbers add up to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Read; the latest reading gave the result.
    pub read: usize,
    /// The latest reading was refused or found nobody; an older result may be there.
    pub refused: usize,
    /// Asked for the first time, no answer yet.
    pub under_way: usize,
    /// Never read so far.
    pub waiting: usize,
    /// All.
    pub total: usize,
}

impl Coverage {
    /// Whether every place was read: only then may anybody say that something is nowhere.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.read == self.total
    }
}
