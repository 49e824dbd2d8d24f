//! The sync tasks of all repositories, as a scan finds them.

use std::rc::Rc;

use cloud_api::swr::{LastCopy, LastJob, ListSyncJobs, ListSyncTasks, SyncTask, arrived_at};
use cloud_api::{ApiError, Kind, RepositoryPath, Timestamp};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::would_end_alike;

use super::repositories::Listed;
use crate::query::{ScanOf, Scanning, use_scan};
use crate::session::Session;

/// A sync task with where it stands and how its last job went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FoundTask {
    /// Its repository; `None` never stands in a list.
    pub place: Option<RepositoryPath>,
    /// The task.
    pub task: SyncTask,
    /// How its last job went.
    pub last_job: LastJob,
    /// When the latest copy that arrived was made, where one is known.
    pub arrived_at: Option<Timestamp>,
    /// How its latest copy stands; not told as the scan finds it, because that also rests on when
    /// the repository changed and on what time it is.
    pub last_copy: LastCopy,
}

/// The tasks as they stand, in the order of their repositories.
pub type Tasks = RwSignal<Rc<Vec<FoundTask>>, LocalStorage>;

/// The scan of the sync tasks of all repositories.
pub type SyncTaskScan = Scanning<RepositoryPath, Vec<FoundTask>>;

/// The scan.
#[must_use]
pub fn use_sync_task_scan() -> SyncTaskScan {
    use_scan(ScanOf {
        read: |session, place| read(session, place).boxed_local(),
        stale: &[Kind::SyncTask, Kind::ManualSync],
    })
}

/// The tasks that were found, each with how its latest copy stands at `now`: that also rests on when the
/// repositories changed, as their list tells. Reacts.
#[must_use]
pub fn standing(scan: SyncTaskScan, list: &[Listed], now: Timestamp) -> Vec<FoundTask> {
    let mut found: Vec<FoundTask> = Rc::unwrap_or_clone(scan.found());
    let placed = list
        .iter()
        .filter_map(|it| Some((it.place.as_ref().ok()?, it.changed_at)));
    let stand = |found: &mut FoundTask, changed_at| {
        found.last_copy = LastCopy::of(&found.last_job, changed_at, now);
    };
    // A scan that covers the list has its order.
    let mut left = found.iter_mut().peekable();
    for (place, changed_at) in placed.clone() {
        while let Some(found) = left.next_if(|found| found.place.as_ref() == Some(place)) {
            stand(found, changed_at);
        }
    }
    if left.peek().is_none() {
        return found;
    }
    let mut changes: Vec<(&RepositoryPath, Option<Timestamp>)> = placed.collect();
    changes.sort_by_key(|(place, _)| *place);
    for found in left {
        let changed_at = found.place.as_ref().and_then(|place| {
            let number = changes.binary_search_by_key(&place, |(other, _)| *other);
            changes.get(number.ok()?)?.1
        });
        stand(found, changed_at);
    }
    found
}

/// Whether a last job of these goes on.
#[must_use]
pub fn moves(tasks: &[FoundTask]) -> bool {
    tasks.iter().any(|found| found.last_job.is_moving())
}

async fn read(session: Session, place: RepositoryPath) -> Result<Vec<FoundTask>, ApiError> {
    let list = ListSyncTasks {
        repository: place.clone(),
    };
    let tasks = session.ask(list).await?;
    let jobs = match tasks.received() == 0 {
        true => None,
        false => match session.ask(ListSyncJobs::newest(&place)).await {
            Ok(page) => Some(page),
            Err(error) if would_end_alike(&error) => return Err(error),
            // The tasks are there to be seen and deleted all the same.
            Err(_) => None,
        },
    };
    // A row that could not be read is a task all the same, of which nothing is known.
    let unread = (0..tasks.left_out).map(|_| SyncTask::default());
    let unread: Vec<SyncTask> = unread.collect();
    let found = tasks.into_iter().chain(unread).map(|task| FoundTask {
        place: Some(place.clone()),
        last_job: LastJob::of(&task, jobs.as_ref()),
        arrived_at: arrived_at(&task, jobs.as_ref()),
        task,
        last_copy: LastCopy::NotTold,
    });
    Ok(found.collect())
}
