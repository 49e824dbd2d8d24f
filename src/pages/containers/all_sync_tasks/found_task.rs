//! The sync tasks of all repositories, as a scan finds them.

use std::rc::Rc;

use cloud_api::swr::{LastCopy, LastJob, ListSyncJobs, ListSyncTasks, SyncTask, arrived_at};
use cloud_api::{ApiError, Kind, RepositoryPath, Timestamp};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::would_end_alike;

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
