//! How the copies to a region stand, over the sync tasks of many repositories.

use std::collections::BTreeMap;

use super::last_copy::LastCopy;
use crate::Timestamp;

/// What the copies to one region are counted from.
#[derive(Clone, Copy, Debug)]
pub struct CountedTask<'a> {
    /// The target region; untrusted text.
    pub region: &'a str,
    /// How the latest copy of the task stands.
    pub last_copy: LastCopy,
    /// When the latest copy of the task that arrived was made, where one is known.
    pub arrived_at: Option<Timestamp>,
}

/// The sync tasks to one region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionCopies {
    /// The target region; untrusted text.
    pub region: String,
    /// Tasks whose latest copy arrived.
    pub copied: u64,
    /// Tasks whose latest copy did not arrive, whenever that was.
    pub failed: u64,
    /// Tasks that never copied anything.
    pub never_ran: u64,
    /// Tasks whose latest copy goes on, or of which nothing is told.
    pub open: u64,
    /// When the latest copy of all that arrived was made, where one is known.
    pub arrived_at: Option<Timestamp>,
}

impl RegionCopies {
    /// The regions by name, each with its tasks counted.
    #[must_use]
    pub fn by_region<'a>(tasks: impl IntoIterator<Item = CountedTask<'a>>) -> Vec<Self> {
        let mut regions: BTreeMap<&str, Self> = BTreeMap::new();
        for task in tasks {
            let region = regions.entry(task.region).or_default();
            *region.count(task.last_copy) += 1;
            region.arrived_at = region.arrived_at.max(task.arrived_at);
        }
        let named = regions.into_iter().map(|(region, copies)| Self {
            region: region.to_owned(),
            ..copies
        });
        named.collect()
    }

    /// How many tasks to it stand like that.
    pub fn count(&mut self, last_copy: LastCopy) -> &mut u64 {
        match last_copy {
            LastCopy::Arrived => &mut self.copied,
            LastCopy::Missing | LastCopy::FailedBefore => &mut self.failed,
            LastCopy::NeverRan => &mut self.never_ran,
            LastCopy::UnderWay | LastCopy::NotTold => &mut self.open,
        }
    }

    /// Takes in other tasks to the same region.
    pub(super) fn take(&mut self, other: &Self) {
        self.copied += other.copied;
        self.failed += other.failed;
        self.never_ran += other.never_ran;
        self.open += other.open;
        self.arrived_at = self.arrived_at.max(other.arrived_at);
    }

    /// All tasks to it.
    #[must_use]
    pub fn tasks(&self) -> u64 {
        self.copied + self.failed + self.never_ran + self.open
    }
}
