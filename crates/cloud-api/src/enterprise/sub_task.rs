//! Subtasks of a task: an artifact each.

use super::ids::{ExecutionId, InstanceId, TaskId};
use super::moment::Moment;
use super::paging::{Page, Paging};
use super::run_status::RunStatus;
use super::subjects::shown;
use crate::wire::fields::Fields;
use crate::{
    ApiError, Collection, Endpoint, Kind, Method, Operation, ProjectId, Request, Response,
};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/replication/executions/{execution_id}/tasks/{task_id}/subtasks",
    "ListInstanceReplicationPolicyExecSubTasks",
);

/// Reads a page of a task's subtasks: `GET …/tasks/{task_id}/subtasks` (examples §4.4). It is never
/// narrowed to a status, because the API's own words for one differ (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSubTasks {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which execution.
    pub execution: ExecutionId,
    /// Of which task.
    pub task: TaskId,
    /// Which part of the list.
    pub paging: Paging,
}

/// A subtask, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SubTask {
    /// The ID; untrusted text.
    pub id: String,
    /// The ID of its job; untrusted text.
    pub job_id: String,
    /// The namespace; untrusted text.
    pub namespace: String,
    /// The repository; untrusted text.
    pub repository: String,
    /// The tag; untrusted text, empty for an artifact without one.
    pub tag: String,
    /// The digest; untrusted text.
    pub digest: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// Why it stands so; untrusted text, empty where there is no cause.
    pub status_text: String,
    /// When it began.
    pub start_time: Moment,
    /// When it ended.
    pub end_time: Moment,
}

impl SubTask {
    fn read(fields: Fields<'_>) -> Self {
        let id = fields.whole_id("id");
        Self {
            id: id.map_or_else(|| fields.text("id"), |id| id.to_string()),
            job_id: fields.text_or_number("job_id"),
            namespace: fields.text_or_number("namespace"),
            repository: fields.text_or_number("repository"),
            tag: fields.text_or_number("tag"),
            digest: fields.text("digest"),
            status: fields.text_or_number("status"),
            status_text: fields.text_or_number("status_text"),
            start_time: Moment::read(fields, "start_time"),
            end_time: Moment::read(fields, "end_time"),
        }
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<RunStatus> {
        RunStatus::named(&self.status)
    }
}

impl Operation for ListSubTasks {
    type Output = Page<SubTask>;

    fn request(&self) -> Request {
        let (execution, task) = (self.execution.to_string(), self.task.to_string());
        let (project, instance) = (self.project.as_str(), self.instance.as_str());
        let request = Request::new(&LIST, &[project, instance, &execution, &task]);
        self.paging.join(request)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::Execution)
    }

    fn decode(response: &Response) -> Result<Page<SubTask>, ApiError> {
        Page::read(response, "sub_tasks", SubTask::read)
    }
}
