//! The tasks that there were before a start, so that the one that was started can be told apart: the
//! answer to a start does not name it.

use serde::{Deserialize, Serialize};

use super::paging::Page;
use super::sync_task::{SyncTask, SyncTaskKind};
use crate::Timestamp;

/// Milliseconds between the first task that is new and the last that the same start may have become:
/// as long as the reading before it and the start itself may take, and a while until the task begins.
const LATEST_BEGINNING: i64 = 120_000;

/// The tasks that were listed just before a sync was started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TasksBefore {
    task_ids: Vec<String>,
    newest_begin_time: Option<Timestamp>,
}

impl TasksBefore {
    /// Remembers what [`ListSyncTasks::first_page`] gave.
    #[must_use]
    pub fn of(page: &Page<SyncTask>) -> Self {
        Self {
            task_ids: page.rows.iter().map(|task| task.task_id.clone()).collect(),
            newest_begin_time: page.rows.iter().filter_map(|task| task.begin_time).max(),
        }
    }

    /// The tasks that were not there before and that this start may have become. There can be more
    /// than one, because others start tasks too: the new one is one of these.
    ///
    /// A task that began before the newest known one is an old one that was on another page. The
    /// tasks of before were read just before the start, so the first new one is this start's or began
    /// shortly before it: what begins much later was started by others. Both times are the service's
    /// own, whatever the clock here says.
    #[must_use]
    pub fn new_among<'tasks>(&self, tasks: &'tasks [SyncTask]) -> Vec<&'tasks SyncTask> {
        let is_new = |task: &&SyncTask| {
            let began_before = matches!(
                (task.begin_time, self.newest_begin_time),
                (Some(begin), Some(newest)) if begin < newest
            );
            !task.task_id.is_empty()
                && !self.task_ids.contains(&task.task_id)
                && !began_before
                && task.kind() != Some(SyncTaskKind::Automatic)
        };
        let mut new: Vec<&SyncTask> = tasks.iter().filter(is_new).collect();
        let first = new.iter().filter_map(|task| task.begin_time).min();
        if let Some(first) = first {
            // One that has not begun yet will begin later.
            new.retain(|task| {
                let after = task.begin_time.map(|begin| begin.milliseconds_since(first));
                after.is_some_and(|after| after <= LATEST_BEGINNING)
            });
        }
        new
    }
}
