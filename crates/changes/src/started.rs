//! Which tasks the started image syncs became: the answer to a start names none.

use cloud_api::hss::SyncTask;
use cloud_api::{Before, Mutation, ProjectId};

use crate::Record;

impl Record {
    /// The tasks of a list that this record's start in a project may have become; none before it is
    /// known to be done, and none of a record that starts nothing there.
    #[must_use]
    pub fn started_among<'tasks>(
        &self,
        project: &ProjectId,
        tasks: &'tasks [SyncTask],
    ) -> Vec<&'tasks SyncTask> {
        let calls = self.change.calls();
        // What was listed before a first start is no measure of what a second one became: others have
        // started tasks in between.
        if self.change.progress().done == 0 || calls.len() > 1 {
            return Vec::new();
        }
        let mut calls = calls.values();
        let before = calls.find_map(|call| match (&call.mutation, &call.before) {
            (Mutation::StartImageSync(start), Before::ImageSyncTasks(before))
                if start.project == *project =>
            {
                Some(before)
            }
            _ => None,
        });
        before.map_or_else(Vec::new, |before| before.new_among(tasks))
    }
}

/// Those of a list of tasks that starts of these records may have become, each once.
#[must_use]
pub fn own_tasks<'a, 'tasks>(
    records: impl IntoIterator<Item = &'a Record>,
    project: &ProjectId,
    tasks: &'tasks [SyncTask],
) -> Vec<&'tasks SyncTask> {
    let mut own: Vec<&SyncTask> = Vec::new();
    for record in records {
        for task in record.started_among(project, tasks) {
            if !own.iter().any(|other| other.task_id == task.task_id) {
                own.push(task);
            }
        }
    }
    own
}
