//! Which sync tasks were deleted for a while: what was pushed meanwhile was not copied, and a task
//! that is made again does not copy it.

use cloud_api::swr::{CreateSyncTask, SyncTarget};
use cloud_api::{Mutation, RepositoryPath, Timestamp};

use crate::Record;
use crate::undo::is_done_here;

/// How much earlier than its deletion a tag may have been pushed and still counts as missed, in
/// milliseconds: the service's clock is not the browser's.
const CLOCKS_DIFFER: i64 = 5 * 60 * 1_000;

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
    let mut deleted: Vec<InterruptedTask> = Vec::new();
    let mut made_again: Vec<InterruptedTask> = Vec::new();
    for record in records {
        for (mutation, sent_at) in done(record) {
            match mutation {
                Mutation::DeleteSyncTask(write) => {
                    made_again.retain(|task| !task.is(&write.repository, &write.target));
                    deleted.retain(|task| !task.is(&write.repository, &write.target));
                    deleted.push(InterruptedTask {
                        repository: write.repository.clone(),
                        target: write.target.clone(),
                        overwrite: false,
                        since: sent_at,
                    });
                }
                Mutation::CreateSyncTask(write) => made_again.extend(again(&deleted, write)),
                Mutation::SyncImages(write) => {
                    made_again.retain(|task| !task.is(&write.repository, &write.target));
                }
                _ => {}
            }
        }
    }
    made_again
}

/// Since when what was pushed to a repository may have been missed by these tasks; `None` without
/// any.
#[must_use]
pub fn missed_since(tasks: &[InterruptedTask]) -> Option<Timestamp> {
    let first = tasks.iter().map(|task| task.since).min()?;
    Some(first.plus_milliseconds(-CLOCKS_DIFFER))
}

/// The deleted task that this one is again, when it copies by itself.
fn again(deleted: &[InterruptedTask], write: &CreateSyncTask) -> Option<InterruptedTask> {
    let mut deleted = deleted.iter();
    let task = deleted.find(|task| task.is(&write.repository, &write.target))?;
    write.automatic.then(|| InterruptedTask {
        overwrite: write.overwrite,
        ..task.clone()
    })
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
