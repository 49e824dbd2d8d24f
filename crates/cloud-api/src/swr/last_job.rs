//! How the latest job of a sync task went.

use super::sync_job::{SyncJob, SyncJobPage, SyncStatus};
use super::sync_task::SyncTask;
use crate::Timestamp;

/// What is known of the latest job of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastJob {
    /// Nothing: the jobs were not read, or not all of them.
    #[default]
    NotTold,
    /// There was none.
    None,
    /// This one.
    Job(SyncJob),
}

impl LastJob {
    /// The latest job to a task's target among the newest jobs of its repository, where those were
    /// read. Nothing is said of a task without a job among them when there are older ones.
    #[must_use]
    pub fn of(task: &SyncTask, newest: Option<&SyncJobPage>) -> Self {
        let Some(page) = newest else {
            return Self::NotTold;
        };
        match jobs_of(task, page).max_by_key(|job| job.id) {
            Some(job) => Self::Job(job.clone()),
            // A job that could not be read may be the task's.
            None if page.is_whole() && page.jobs.left_out == 0 => Self::None,
            None => Self::NotTold,
        }
    }

    /// The job, where one is known.
    #[must_use]
    pub fn job(&self) -> Option<&SyncJob> {
        match self {
            Self::Job(job) => Some(job),
            Self::NotTold | Self::None => None,
        }
    }

    /// Whether it is known to go on.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.job().is_some_and(|job| !job.status.is_terminal())
    }
}

/// When the latest copy of a task that arrived was made, among the newest jobs of its repository,
/// where those were read and tell.
#[must_use]
pub fn arrived_at(task: &SyncTask, newest: Option<&SyncJobPage>) -> Option<Timestamp> {
    let arrived = jobs_of(task, newest?)
        .filter(|job| matches!(job.status, SyncStatus::Success | SyncStatus::Existed));
    arrived
        .filter_map(|job| Timestamp::parse(&job.created_at))
        .max()
}

/// The jobs to a task's target.
fn jobs_of<'a>(
    task: &'a SyncTask,
    page: &'a SyncJobPage,
) -> impl Iterator<Item = &'a SyncJob> + 'a {
    page.jobs.iter().filter(|job| {
        job.target_region == task.target_region
            && job.target_organization == task.target_organization
    })
}
