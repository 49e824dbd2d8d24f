//! Executions of replication policies.

use super::ids::{ExecutionId, InstanceId, PolicyId};
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
    "/v2/{project_id}/instances/{instance_id}/replication/executions",
    "ListInstanceReplicationPolicyExecutions",
);

/// Reads a page of executions: `GET …/replication/executions` (examples §4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListExecutions {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which policy; of all where it is none.
    pub policy: Option<PolicyId>,
    /// Which part of the list.
    pub paging: Paging,
}

/// An execution, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Execution {
    /// The ID; `None` for one that no request can name.
    pub id: Option<ExecutionId>,
    /// The policy that is executed, where it can be read.
    pub policy_id: Option<PolicyId>,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// Why it stands so; untrusted text, empty where there is no cause.
    pub status_text: String,
    /// What started it, in the service's word.
    pub trigger: String,
    /// Tasks in all.
    pub total: Option<u64>,
    /// Tasks that have done what they should.
    pub succeed: Option<u64>,
    /// Tasks that have not.
    pub failed: Option<u64>,
    /// Tasks that run.
    pub in_progress: Option<u64>,
    /// Tasks that were stopped.
    pub stopped: Option<u64>,
    /// When it began.
    pub created_at: Moment,
    /// When it was changed last.
    pub updated_at: Moment,
}

impl Execution {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: ExecutionId::read(fields, "id"),
            policy_id: PolicyId::read(fields, "policy_id"),
            status: fields.text_or_number("status"),
            status_text: fields.text_or_number("status_text"),
            trigger: fields.text_or_number("trigger"),
            total: fields.count("total"),
            succeed: fields.count("succeed"),
            failed: fields.count("failed"),
            in_progress: fields.count("in_progress"),
            stopped: fields.count("stopped"),
            created_at: Moment::read(fields, "created_at"),
            updated_at: Moment::read(fields, "updated_at"),
        }
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<RunStatus> {
        RunStatus::named(&self.status)
    }

    /// Whether nothing more happens. The words are not published: one that is not known stands for a run
    /// as long as tasks run (reference §6).
    #[must_use]
    pub fn is_over(&self) -> bool {
        match self.known_status() {
            Some(status) => status.is_over(),
            None => self.in_progress.unwrap_or_default() == 0,
        }
    }
}

impl Operation for ListExecutions {
    type Output = Page<Execution>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.project.as_str(), self.instance.as_str()]);
        let request = match self.policy {
            Some(policy) => request.with_query("policy_id", policy.to_string()),
            None => request,
        };
        self.paging.join(request)
    }

    fn collection(&self) -> Option<Collection> {
        shown(&self.instance, Kind::Execution)
    }

    fn decode(response: &Response) -> Result<Page<Execution>, ApiError> {
        Page::read(response, "executions", Execution::read)
    }
}
