//! Which sync tasks were deleted for a while: what was pushed meanwhile was not copied, and a task
//! that is made again does not copy it.

use std::collections::BTreeMap;

use cloud_api::swr::SyncTarget;
use cloud_api::{Mutation, RepositoryPath, Timestamp};

use crate::Record;
use crate::undo::is_done_here;

/// How much earlier than its deletion a tag may have been pushed and still counts as missed, in
/// milliseconds: the service's clock is not the browser's.
const CLOCKS_DIFFER: i64 = 5 * 60 * 1_000;

/// What tells tasks apart.
type Key<'a> = (&'a RepositoryPath, &'a SyncTarget);

/// An automatic task that was deleted here and made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterruptedTask {
    /// Its repository.
    pub repository: RepositoryPath,
    /// Where it copies to.
    pub target: SyncTarget,
    /// Whether it overwrites.
    pub overwrite: bool,
    /// When its deletion was sent.
    pub since: Timestamp,
}

impl InterruptedTask {
    /// Whether it is the one of this repository with this target.
    #[must_use]
    pub fn is(&self, repository: &RepositoryPath, target: &SyncTarget) -> bool {
        self.repository == *repository && self.target == *target
    }
}

/// The tasks that were deleted in these records, the oldest first, and made again by an undo, and to
/// whose targets nothing was synced by hand since.
#[must_use]
pub fn interrupted_tasks<'a>(
    records: impl IntoIterator<Item = &'a Record>,
) -> Vec<InterruptedTask> {
    let mut deleted: BTreeMap<Key, InterruptedTask> = BTreeMap::new();
    // Each with its place among those that were made again.
    let mut made_again: BTreeMap<Key, (usize, InterruptedTask)> = BTreeMap::new();
    for (place, (mutation, sent_at)) in records.into_iter().flat_map(done).enumerate() {
        match mutation {
            Mutation::DeleteSyncTask(write) => {
                let key = (&write.repository, &write.target);
                made_again.remove(&key);
                let task = InterruptedTask {
                    repository: write.repository.clone(),
                    target: write.target.clone(),
                    overwrite: false,
                    since: sent_at,
                };
                deleted.insert(key, task);
            }
            Mutation::CreateSyncTask(write) => {
                let key = (&write.repository, &write.target);
                if let Some(task) = deleted.get(&key).filter(|_| write.automatic) {
                    let again = InterruptedTask {
                        overwrite: write.overwrite,
                        ..task.clone()
                    };
                    made_again.insert(key, (place, again));
                }
            }
            Mutation::SyncImages(write) => {
                made_again.remove(&(&write.repository, &write.target));
            }
            _ => {}
        }
    }
    let mut made_again: Vec<(usize, InterruptedTask)> = made_again.into_values().collect();
    made_again.sort_by_key(|(place, _)| *place);
    made_again.into_iter().map(|(_, task)| task).collect()
}

/// Since when what was pushed to a repository may have been missed by these tasks; `None` without
/// any.
#[must_use]
pub fn missed_since(tasks: &[InterruptedTask]) -> Option<Timestamp> {
    let first = tasks.iter().map(|task| task.since).min()?;
    Some(first.plus_milliseconds(-CLOCKS_DIFFER))
}

/// The calls of a change that did something, with the time when they were sent.
fn done(record: &Record) -> impl Iterator<Item = (&Mutation, Timestamp)> {
    let items = record.change.items();
    let did = |id| items.get(id).is_some_and(|item| is_done_here(&item.state));
    let calls = record.change.calls().values();
    calls
        .filter(move |call| call.items.iter().any(did))
        .filter_map(|call| Some((&call.mutation, call.sent_at?)))
}
