//! Starting and stopping executions of replication policies.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::execution::{Execution, ListExecutions};
use super::ids::{ExecutionId, InstanceId, PolicyId};
use super::made;
use super::paging::{Page, PageSize, Paging};
use super::subjects::changed;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Patience, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Meaning, Method, NotSent, Operation as _,
    ProjectId, Request, Response, Subject, Why,
};

const START: Endpoint = Endpoint::enterprise(
    Method::Post,
    "/v2/{project_id}/instances/{instance_id}/replication/executions",
    "ExecuteInstanceReplicationPolicy",
);

const STOP: Endpoint = Endpoint::enterprise(
    Method::Put,
    "/v2/{project_id}/instances/{instance_id}/replication/executions/{execution_id}",
    "StopInstanceReplicationPolicyExecution",
);

/// Starts a policy once: `POST …/replication/executions`, answered with 202 and the ID of the execution
/// (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartExecution {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which policy.
    pub policy: PolicyId,
}

/// Stops an execution: `PUT …/replication/executions/{execution_id}` without a body, answered with any 2xx
/// (reference §6). What is under way ends first, which may take long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopExecution {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Of which policy, in whose executions it is looked for.
    pub policy: PolicyId,
    /// Which one.
    pub execution: ExecutionId,
}

impl<M> Write<M> for StartExecution {
    fn request(&self) -> Result<Request, NotSent> {
        let request = Request::new(&START, &[self.project.as_str(), self.instance.as_str()]);
        let content = json!({ "policy_id": self.policy });
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::new_execution(&self.instance, self.policy)]
    }

    fn read_back(&self) -> Request {
        list(&self.project, &self.instance, self.policy)
    }

    fn judge(&self, _subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        let page = match ListExecutions::decode(read_back) {
            Ok(page) => page,
            Err(error) => return Judgement::CannotTell(error),
        };
        let has = |is_it: &dyn Fn(ExecutionId) -> bool| {
            let mut ids = page.rows.iter().filter_map(|row| row.id);
            ids.any(is_it)
        };
        match before {
            Before::Made(id) if has(&|it| u64::from(it) == *id) => Judgement::Applied,
            Before::Made(_) => missing(&page, read_back),
            Before::Executions { newest } if has(&|id| Some(id) > *newest) => {
                // An execution names nobody who started it, so it can be a colleague's.
                Judgement::PerhapsAnothers(body::unreadable(read_back, PERHAPS_ANOTHERS))
            }
            Before::Executions { .. } => missing(&page, read_back),
            _ => {
                let at = "without the executions of before a new one cannot be told apart";
                Judgement::CannotTell(body::unreadable(read_back, at))
            }
        }
    }

    fn noted(&self, before: &Before, answer: &Response) -> Option<Before> {
        match before {
            Before::Executions { .. } | Before::Nothing => made::noted(&Before::Absent, answer),
            _ => None,
        }
    }

    fn manner(&self) -> Manner {
        Manner::Start
    }

    /// What it has copied stays at the target.
    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::CopiesStay)
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::Execution])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::Execution {
            instance: self.instance.clone(),
            policy: self.policy,
        };
        Some((resource, Standing::New))
    }
}

/// What a read-back says that shows an execution of which nobody knows who started it.
const PERHAPS_ANOTHERS: &str = "an execution has begun since then, and others may have started it";

/// Whether a start is unknown because the execution that has begun since may be somebody else's.
#[must_use]
pub fn may_be_anothers_execution(error: &ApiError) -> bool {
    matches!(error, ApiError::Unreadable(unreadable) if unreadable.at == PERHAPS_ANOTHERS)
}

impl<M> Write<M> for StopExecution {
    fn request(&self) -> Result<Request, NotSent> {
        let execution = self.execution.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &execution];
        Ok(Request::new(&STOP, &parameters))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::execution(&self.instance, self.execution)]
    }

    fn read_back(&self) -> Request {
        list(&self.project, &self.instance, self.policy)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        let page = match ListExecutions::decode(read_back) {
            Ok(page) => page,
            // It goes with its policy.
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                return Judgement::Applied;
            }
            Err(error) => return Judgement::CannotTell(error),
        };
        let is_it = |row: &&Execution| row.id == Some(self.execution);
        match page.rows.iter().find(is_it) {
            Some(execution) if execution.is_over() => Judgement::Applied,
            Some(_) => Judgement::NotApplied,
            None => match missing(&page, read_back) {
                Judgement::NotApplied => Judgement::Applied,
                other => other,
            },
        }
    }

    /// One that has ended already is refused (examples §4.4).
    fn may_be_so_already(&self, error: &ApiError) -> bool {
        matches!(error.meaning(), Some(Meaning::Invalid | Meaning::InUse))
    }

    fn patience(&self) -> Patience {
        Patience::UntilItEnds
    }

    fn makes_way_for(&self, _before: &Before) -> Option<Subject> {
        Some(Subject::replication_policy(&self.instance, self.policy))
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::RunEnded)
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::Execution])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::ExecutionStop {
            instance: self.instance.clone(),
            execution: self.execution,
        };
        Some((resource, Standing::New))
    }
}

/// What a page says of an execution that is not on it: that it is not there, or nothing, where it may be on
/// another page or be a row that could not be read.
fn missing(page: &Page<Execution>, read_back: &Response) -> Judgement {
    let rows = &page.rows;
    let is_whole = page.total.is_none_or(|total| total <= rows.received());
    let are_known = rows.left_out == 0 && rows.iter().all(|row| row.id.is_some());
    if is_whole && are_known {
        return Judgement::NotApplied;
    }
    let at = "neither the execution nor the whole list";
    Judgement::CannotTell(body::unreadable(read_back, at))
}

fn list(project: &ProjectId, instance: &InstanceId, policy: PolicyId) -> Request {
    let list = ListExecutions {
        project: project.clone(),
        instance: instance.clone(),
        policy: Some(policy),
        paging: Paging::first(PageSize::LARGEST),
    };
    list.request()
}
