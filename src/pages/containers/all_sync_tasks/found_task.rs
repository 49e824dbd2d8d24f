//! The sync tasks of all repositories, as a scan finds them.

use cloud_api::swr::{LastJob, ListSyncJobs, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Collection, Kind, Owner, RepositoryPath, Timestamp};
use futures::FutureExt as _;
use reads::would_end_alike;

use crate::browser::clock::now;
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
    /// When it was read.
    pub read_at: Option<Timestamp>,
}

/// The scan of the sync tasks of all repositories.
pub type SyncTaskScan = Scanning<RepositoryPath, Vec<FoundTask>>;

/// The scan.
#[must_use]
pub fn use_sync_task_scan() -> SyncTaskScan {
    use_scan(ScanOf {
        read: |session, place| read(session, place).boxed_local(),
        stale,
    })
}

/// Whether a last job of these goes on.
#[must_use]
pub fn moves(tasks: &[FoundTask]) -> bool {
    tasks.iter().any(|found| found.last_job.is_moving())
}

/// Only what was done in one repository: other marks are no news about tasks.
fn stale(mark: &Collection) -> Option<RepositoryPath> {
    match (mark.kind, &mark.of) {
        (Kind::SyncTask | Kind::ManualSync, Owner::Repository(place)) => Some(place.clone()),
        _ => None,
    }
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
    let read_at = Some(now());
    // A row that could not be read is a task all the same, of which nothing is known.
    let unread = (0..tasks.left_out).map(|_| SyncTask::default());
    let unread: Vec<SyncTask> = unread.collect();
    let found = tasks.into_iter().chain(unread).map(|task| FoundTask {
        place: Some(place.clone()),
        last_job: LastJob::of(&task, jobs.as_ref()),
        task,
        read_at,
    });
    Ok(found.collect())
}
