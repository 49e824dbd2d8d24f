//! Tasks of an execution: a repository each.

use super::ids::{ExecutionId, InstanceId, TaskId};
use super::moment::Moment;
use super::paging::{Page, Paging};
use super::run_status::RunStatus;
use super::subjects::shown;
use super::task_resource::TaskResource;
use crate::wire::fields::Fields;
use crate::{
    ApiError, Collection, Endpoint, Kind, Method, Operation, ProjectId, Request, Response,
};

const LIST: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/replication/executions/{execution_id}/tasks",
    "ListInstanceReplicationPolicyExecTasks",
);

/// Reads a page of an execution's tasks: `GET …/executions/{execution_id}/tasks` (examples §4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTasks {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which execution.
    pub execution: ExecutionId,
    /// Which part of the list.
    pub paging: Paging,
}

/// A task, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Task {
    /// The ID; `None` for one that no request can name.
    pub id: Option<TaskId>,
    /// What kind of thing is copied, in the service's word.
    pub resource_type: String,
    /// What is copied.
    pub src_resource: TaskResource,
    /// To where.
    pub dst_resource: TaskResource,
    /// What is done, in the service's word.
    pub operation: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// When it began.
    pub start_time: Moment,
    /// When it ended.
    pub end_time: Moment,
}

impl Task {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: TaskId::read(fields, "id"),
            resource_type: fields.text_or_number("resource_type"),
            src_resource: TaskResource::read(fields, "src_resource"),
            dst_resource: TaskResource::read(fields, "dst_resource"),
            operation: fields.text_or_number("operation"),
            status: fields.text_or_number("status"),
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

impl Operation for ListTasks {
    type Output = Page<Task>;

    fn request(&self) -> Request {
        let execution = self.execution.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &execution];
        self.paging.join(Request::new(&LIST, &parameters))
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::Execution)
    }

    fn decode(response: &Response) -> Result<Page<Task>, ApiError> {
        Page::read(response, "tasks", Task::read)
    }
}
