//! Which sync tasks were deleted for a while: what was pushed meanwhile was not copied, and a task
//! that is made again does not copy it.

use changes::ItemState;
use cloud_api::swr::{CreateSyncTask, SyncTarget};
use cloud_api::{Mutation, RepositoryPath, Timestamp};
use leptos::prelude::*;

use crate::work::{Entry, Work};

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
    fn is(&self, place: &RepositoryPath, target: &SyncTarget) -> bool {
        self.repository == *place && self.target == *target
    }
}

/// The tasks that were deleted here and made again by an undo, and to whose targets nothing was
/// synced by hand since; reacts.
#[must_use]
pub fn interrupted_tasks(work: Work) -> Vec<InterruptedTask> {
    let mut deleted: Vec<InterruptedTask> = Vec::new();
    let mut made_again: Vec<InterruptedTask> = Vec::new();
    // From the oldest on: what was done later counts.
    for entry in work.entries().into_iter().rev() {
        for (mutation, sent_at) in done(entry) {
            match mutation {
                Mutation::DeleteSyncTask(write) => {
                    made_again.retain(|task| !task.is(&write.repository, &write.target));
                    deleted.retain(|task| !task.is(&write.repository, &write.target));
                    deleted.push(InterruptedTask {
                        repository: write.repository,
                        target: write.target,
                        overwrite: false,
                        since: sent_at,
                    });
                }
                Mutation::CreateSyncTask(write) => made_again.extend(again(&deleted, &write)),
                Mutation::SyncImages(write) => {
                    made_again.retain(|task| !task.is(&write.repository, &write.target));
                }
                _ => {}
            }
        }
    }
    made_again
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
fn done(entry: Entry) -> Vec<(Mutation, Timestamp)> {
    entry.change.with(|change| {
        let calls = change.calls().values();
        let did = |item| matches!(change.items().get(item), Some(item) if matches!(item.state, ItemState::Done { .. }));
        calls
            .filter(|call| call.items.iter().any(did))
            .filter_map(|call| Some((call.mutation.clone(), call.sent_at?)))
            .collect()
    })
}
