//! Changing replication policies.

use serde::{Deserialize, Serialize};

use super::ids::{InstanceId, PolicyId, RegistryId};
use super::policy_settings::PolicySettings;
use super::policy_write::{NOT_TOLD, show, way_for};
use super::replication_policy::ShowPolicy;
use super::subjects::changed;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Since, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Meaning, Method, NotSent, Operation as _,
    ProjectId, Request, Response, Subject, Why,
};

const UPDATE: Endpoint = Endpoint::enterprise(
    Method::Put,
    "/v2/{project_id}/instances/{instance_id}/replication/policies/{policy_id}",
    "UpdateInstanceReplicationPolicy",
);

/// Changes a replication policy: `PUT …/replication/policies/{policy_id}`, answered with any 2xx. The whole
/// body is sent, whatever is changed (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdatePolicy {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub policy: PolicyId,
    /// What is changed, for those who read of it.
    pub change: PolicyChange,
    /// What it shall do.
    pub settings: PolicySettings,
}

/// What an update changes, for those who read of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyChange {
    /// Anything.
    Edit,
    /// It runs again.
    Enable,
    /// It runs no more until it is enabled. It still keeps its registry in use.
    Disable,
    /// It has another registry at its far end.
    PointElsewhere,
}

impl UpdatePolicy {
    /// Lets a policy run, or no longer, with everything else as it is.
    #[must_use]
    pub fn enabling(
        project: &ProjectId,
        instance: &InstanceId,
        policy: PolicyId,
        settings: &PolicySettings,
        enabled: bool,
    ) -> Self {
        Self {
            project: project.clone(),
            instance: instance.clone(),
            policy,
            change: match enabled {
                true => PolicyChange::Enable,
                false => PolicyChange::Disable,
            },
            settings: PolicySettings {
                enabled,
                ..settings.clone()
            },
        }
    }

    /// Points a policy at another registry, with everything else as it is.
    #[must_use]
    pub fn pointing_at(
        project: &ProjectId,
        instance: &InstanceId,
        policy: PolicyId,
        settings: &PolicySettings,
        registry: RegistryId,
    ) -> Self {
        Self {
            project: project.clone(),
            instance: instance.clone(),
            policy,
            change: PolicyChange::PointElsewhere,
            settings: settings.pointing_at(registry),
        }
    }
}

impl<M: From<UpdatePolicy>> Write<M> for UpdatePolicy {
    fn request(&self) -> Result<Request, NotSent> {
        let policy = self.policy.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &policy];
        let request = Request::new(&UPDATE, &parameters);
        Ok(request.with_body(body::encode(&self.settings.body())))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::replication_policy(&self.instance, self.policy)]
    }

    fn read_back(&self) -> Request {
        show(&self.project, &self.instance, self.policy)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        match PolicySettings::shown_by(read_back) {
            Ok(shown) if self.settings.are_those_of(&shown) => Judgement::Applied,
            Ok(_) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn is_granted_by_itself(&self) -> bool {
        true
    }

    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    fn over(&self, before: &Before, read_back: &Response) -> Option<(M, Before)> {
        let Before::ReplicationPolicy(before) = before else {
            return None;
        };
        let now = PolicySettings::shown_by(read_back).ok()?;
        let over = Self {
            settings: self.settings.over(before, &now),
            ..self.clone()
        };
        Some((over.into(), Before::ReplicationPolicy(now)))
    }

    /// One that somebody has pointed elsewhere stays there.
    fn since(&self, before: &Before, read_back: &Response) -> Since {
        let Before::ReplicationPolicy(before) = before else {
            return Since::Same;
        };
        let was = before.direction.registry();
        if self.settings.direction.registry() == was {
            return Since::Same;
        }
        match ShowPolicy::decode(read_back) {
            Ok(policy) if policy.uses(was) == Some(false) => Since::OutOfTheWay,
            Ok(_) => Since::Same,
            Err(error) => Since::CannotTell(error),
        }
    }

    /// One that is pointed elsewhere makes way for the registry that it has used.
    fn makes_way_for(&self, before: &Before) -> Option<Subject> {
        let used = way_for(&self.instance, before)?;
        let uses = Subject::target_registry(&self.instance, self.settings.direction.registry());
        (used != uses).then_some(used)
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::ReplicationPolicy(before) = before else {
            return Inverse::None(Why::NotRead);
        };
        let back = Self {
            change: match self.change {
                PolicyChange::Enable => PolicyChange::Disable,
                PolicyChange::Disable => PolicyChange::Enable,
                change => change,
            },
            settings: before.clone(),
            ..self.clone()
        };
        let is_same = back.settings == self.settings;
        let calls = (!is_same).then(|| back.into());
        Inverse::of(calls.into_iter().collect(), None)
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::ReplicationPolicy])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::ReplicationPolicy {
            instance: self.instance.clone(),
            id: self.policy.to_string(),
            settings: self.settings.clone(),
        };
        Some((resource, Standing::Existing))
    }
}

impl PolicySettings {
    /// The settings that the answer to a read of one policy shows.
    ///
    /// # Errors
    /// Why they cannot be told: the service's refusal, or that a setting is not told or not known.
    pub fn shown_by(answer: &Response) -> Result<Self, ApiError> {
        let policy = ShowPolicy::decode(answer)?;
        Self::of(&policy).ok_or_else(|| body::unreadable(answer, NOT_TOLD))
    }
}
