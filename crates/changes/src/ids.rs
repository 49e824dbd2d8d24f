//! What changes, their calls and their items are told apart by.

use cloud_api::Timestamp;
use serde::{Deserialize, Serialize};

/// Tells changes apart; given by whoever makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChangeId(pub u64);

/// Numbers the calls of one change, in the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallId(pub u32);

/// Numbers the items of one change, in the order in which they were planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub u32);

/// How many changes of one millisecond are told apart.
const IN_A_MILLISECOND: u64 = 1 << 10;

impl ChangeId {
    /// One for a change that is made now, after the newest that is known: the clock may have been set back since, and
    /// what comes later has the greater number. Other tabs make changes too: of those of the same millisecond
    /// `chance`, which is drawn, tells it apart.
    #[must_use]
    pub fn made(now: Timestamp, newest: Option<Self>, chance: u32) -> Self {
        let milliseconds = u64::try_from(now.milliseconds()).unwrap_or_default();
        let behind = newest.map_or(0, |newest| newest.0 / IN_A_MILLISECOND + 1);
        let milliseconds = milliseconds.max(behind);
        let chance = u64::from(chance) % IN_A_MILLISECOND;
        Self(milliseconds.saturating_mul(IN_A_MILLISECOND) + chance)
    }

    /// When the change was made, as the number tells it: not before those that were made before it.
    #[must_use]
    pub fn made_at(self) -> Timestamp {
        let milliseconds = i64::try_from(self.0 / IN_A_MILLISECOND);
        Timestamp::from_milliseconds(milliseconds.unwrap_or(i64::MAX))
    }
}
