//! Making and deleting replication policies.

use serde::{Deserialize, Serialize};

use super::ids::{InstanceId, PolicyId};
use super::made::{self, Named};
use super::paging::{PageSize, Paging};
use super::policy_settings::PolicySettings;
use super::replication_policy::{ListPolicies, ShowPolicy};
use super::subjects::changed;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Since, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Loss, Method, NotSent, Operation as _, ProjectId,
    Request, Response, Subject, Why,
};

const CREATE: Endpoint = Endpoint::enterprise(
    Method::Post,
    "/v2/{project_id}/instances/{instance_id}/replication/policies",
    "CreateInstanceReplicationPolicy",
);

const DELETE: Endpoint = Endpoint::enterprise(
    Method::Delete,
    "/v2/{project_id}/instances/{instance_id}/replication/policies/{policy_id}",
    "DeleteInstanceReplicationPolicy",
);

/// Makes a replication policy: `POST …/replication/policies`, answered with 201 and its ID
/// (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreatePolicy {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// What it shall do.
    pub settings: PolicySettings,
}

/// Deletes a replication policy with its executions: `DELETE …/replication/policies/{policy_id}`, answered
/// with 204. One with an execution that has not ended may be refused (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeletePolicy {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub policy: PolicyId,
}

impl<M: From<DeletePolicy>> Write<M> for CreatePolicy {
    fn request(&self) -> Result<Request, NotSent> {
        let request = Request::new(&CREATE, &[self.project.as_str(), self.instance.as_str()]);
        Ok(request.with_body(body::encode(&self.settings.body())))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::new_replication_policy(
            &self.instance,
            &self.settings.name,
        )]
    }

    fn read_back(&self) -> Request {
        let list = ListPolicies {
            project: self.project.clone(),
            instance: self.instance.clone(),
            paging: Paging::first(PageSize::LARGEST),
        };
        list.request()
            .with_query("name", self.settings.name.as_str())
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        let page = ListPolicies::decode(read_back);
        let is_it = |name: &str| name == self.settings.name.as_str();
        let policy = match made::named(page, |row| is_it(&row.name), read_back) {
            Ok(Named::Found(policy)) => policy,
            Ok(Named::Missing) => return Judgement::NotApplied,
            Err(error) => return Judgement::CannotTell(error),
        };
        match PolicySettings::of(&policy) {
            Some(shown) if self.settings.are_those_of(&shown) => Judgement::Applied,
            Some(_) => Judgement::NotApplied,
            None => Judgement::CannotTell(body::unreadable(read_back, NOT_TOLD)),
        }
    }

    fn is_granted_by_itself(&self) -> bool {
        true
    }

    fn noted(&self, before: &Before, answer: &Response) -> Option<Before> {
        made::noted(before, answer)
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::Made(id) = before else {
            return Inverse::None(Why::NotRead);
        };
        let Some(policy) = PolicyId::listed(*id) else {
            return Inverse::None(Why::NotRead);
        };
        let delete = DeletePolicy {
            project: self.project.clone(),
            instance: self.instance.clone(),
            policy,
        };
        Inverse::of(vec![delete.into()], None)
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::ReplicationPolicy])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::ReplicationPolicy {
            instance: self.instance.clone(),
            id: self.settings.name.to_string(),
            settings: self.settings.clone(),
        };
        Some((resource, Standing::New))
    }
}

/// What a read-back says of a policy that it does not tell whole.
pub(super) const NOT_TOLD: &str = "the policy lacks a setting or has one that is not known";

/// What a read-back says of a policy of which not all was told before.
const NOT_KNOWN_BEFORE: &str =
    "without the settings of before nobody knows whether it is still meant";

impl<M: From<CreatePolicy>> Write<M> for DeletePolicy {
    fn request(&self) -> Result<Request, NotSent> {
        let policy = self.policy.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &policy];
        Ok(Request::new(&DELETE, &parameters))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::replication_policy(&self.instance, self.policy)]
    }

    fn read_back(&self) -> Request {
        show(&self.project, &self.instance, self.policy)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        made::gone(ShowPolicy::decode(read_back))
    }

    fn may_be_so_already(&self, error: &ApiError) -> bool {
        made::may_be_gone(error)
    }

    fn is_granted_by_itself(&self) -> bool {
        true
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    /// Sent again, it would delete what somebody has made of the policy meanwhile.
    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    fn since(&self, before: &Before, read_back: &Response) -> Since {
        let policy = match ShowPolicy::decode(read_back) {
            Ok(policy) => policy,
            Err(error) => return Since::CannotTell(error),
        };
        let Before::ReplicationPolicy(before) = before else {
            return Since::CannotTell(body::unreadable(read_back, NOT_KNOWN_BEFORE));
        };
        if policy.uses(before.direction.registry()) == Some(false) {
            return Since::OutOfTheWay;
        }
        match PolicySettings::of(&policy) {
            Some(now) if before.are_those_of(&now) => Since::Same,
            Some(_) => Since::Changed,
            None => Since::CannotTell(body::unreadable(read_back, NOT_TOLD)),
        }
    }

    fn makes_way_for(&self, before: &Before) -> Option<Subject> {
        way_for(&self.instance, before)
    }

    /// Makes one with the same settings.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::ReplicationPolicy(settings) = before else {
            return Inverse::None(Why::NotRead);
        };
        let lost = Loss::PolicyRuns(settings.name.to_string());
        let create = CreatePolicy {
            project: self.project.clone(),
            instance: self.instance.clone(),
            settings: settings.clone(),
        };
        Inverse::of(vec![create.into()], Some(lost))
    }

    /// Its executions go with it.
    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::ReplicationPolicy, Kind::Execution])
    }
}

/// The registry that a policy keeps in use.
pub(super) fn way_for(instance: &InstanceId, before: &Before) -> Option<Subject> {
    let Before::ReplicationPolicy(before) = before else {
        return None;
    };
    Some(Subject::target_registry(
        instance,
        before.direction.registry(),
    ))
}

pub(super) fn show(project: &ProjectId, instance: &InstanceId, policy: PolicyId) -> Request {
    let show = ShowPolicy {
        project: project.clone(),
        instance: instance.clone(),
        policy,
    };
    show.request()
}
