//! Making, changing and deleting target registries.

use serde::{Deserialize, Serialize};

use super::ids::{InstanceId, RegistryId};
use super::made::{self, Named};
use super::paging::{PageSize, Paging};
use super::registry_before::RegistryBefore;
use super::registry_settings::RegistrySettings;
use super::registry_to_restore::{RegistryToRestore, RestoredBy};
use super::replication_policy::ListPolicies;
use super::subjects::changed;
use super::target_registry::{ListTargetRegistries, ShowTargetRegistry};
use super::used_by::used_by;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Dependents, Judgement, Manner, Since, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Meaning, Method, NotSent, Operation as _,
    ProjectId, Request, Response, Subject, Why,
};

const CREATE: Endpoint = Endpoint::enterprise(
    Method::Post,
    "/v2/{project_id}/instances/{instance_id}/registries",
    "CreateInstanceRegistry",
);

const UPDATE: Endpoint = Endpoint::enterprise(
    Method::Put,
    "/v2/{project_id}/instances/{instance_id}/registries/{registry_id}",
    "UpdateInstanceRegistry",
);

const DELETE: Endpoint = Endpoint::enterprise(
    Method::Delete,
    "/v2/{project_id}/instances/{instance_id}/registries/{registry_id}",
    "DeleteInstanceRegistry",
);

/// Makes a target registry: `POST …/registries`, answered with 201 and its ID (corrections §5). The secret
/// joins when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateRegistry {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// What it shall be.
    pub settings: RegistrySettings,
}

/// Changes a target registry: `PUT …/registries/{registry_id}`, answered with any 2xx. The whole body is
/// sent, and so the secret too, which joins when it is sent; the type cannot change (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateRegistry {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub registry: RegistryId,
    /// What it shall be.
    pub settings: RegistrySettings,
}

/// Deletes a target registry: `DELETE …/registries/{registry_id}`, answered with 204 (seed page on deleting
/// a target registry). One that policies refer to may be refused, or leaves them without a registry:
/// which, is not documented (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteRegistry {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// Which one.
    pub registry: RegistryId,
}

impl<M: From<DeleteRegistry>> Write<M> for CreateRegistry {
    fn request(&self) -> Result<Request, NotSent> {
        let request = Request::new(&CREATE, &[self.project.as_str(), self.instance.as_str()]);
        Ok(self.settings.join(request))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::new_target_registry(
            &self.instance,
            &self.settings.name,
        )]
    }

    fn read_back(&self) -> Request {
        let list = ListTargetRegistries {
            project: self.project.clone(),
            instance: self.instance.clone(),
            name: Some(self.settings.name.to_string()),
            paging: Paging::first(PageSize::LARGEST),
        };
        list.request()
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        let page = ListTargetRegistries::decode(read_back);
        let is_it = |name: &str| name == self.settings.name.as_str();
        match made::named(page, |row| is_it(&row.name), read_back) {
            Ok(Named::Found(registry)) if self.settings.are_shown_by(&registry) => {
                Judgement::Applied
            }
            Ok(Named::Found(_) | Named::Missing) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    /// No answer shows the secret.
    fn is_all_shown(&self) -> bool {
        false
    }

    fn noted(&self, before: &Before, answer: &Response) -> Option<Before> {
        made::noted(before, answer)
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let made = |id| DeleteRegistry {
            project: self.project.clone(),
            instance: self.instance.clone(),
            registry: id,
        };
        match before {
            Before::Made(id) => match RegistryId::listed(*id) {
                Some(id) => Inverse::of(vec![made(id).into()], None),
                None => Inverse::None(Why::NotRead),
            },
            _ => Inverse::None(Why::NotRead),
        }
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::TargetRegistry])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::TargetRegistry {
            instance: self.instance.clone(),
            id: self.settings.name.to_string(),
            settings: self.settings.clone(),
        };
        Some((resource, Standing::New))
    }
}

impl<M: From<UpdateRegistry>> Write<M> for UpdateRegistry {
    fn request(&self) -> Result<Request, NotSent> {
        let registry = self.registry.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &registry];
        Ok(self.settings.join(Request::new(&UPDATE, &parameters)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::target_registry(&self.instance, self.registry)]
    }

    fn read_back(&self) -> Request {
        show(&self.project, &self.instance, self.registry)
    }

    /// The secret is never shown: where nothing else was to change, only the time of the last change tells
    /// that something did.
    fn judge(&self, _subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        let shown = match ShowTargetRegistry::decode(read_back) {
            Ok(shown) => shown,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                return Judgement::NotApplied;
            }
            Err(error) => return Judgement::CannotTell(error),
        };
        if !self.settings.are_shown_by(&shown) {
            return Judgement::NotApplied;
        }
        let was = match before {
            Before::TargetRegistry(was) => was,
            // Nothing says whether it had been so before.
            _ => return Judgement::PerhapsAnothers(body::unreadable(read_back, SECRET_UNSEEN)),
        };
        if !self.settings.are_shown_by(was.registry()) {
            return Judgement::Applied;
        }
        match (was.updated_at(), shown.updated_at.time()) {
            (Some(was), Some(shown)) if was == shown => Judgement::NotApplied,
            (Some(_) | None, Some(_) | None) => {
                Judgement::PerhapsAnothers(body::unreadable(read_back, SECRET_UNSEEN))
            }
        }
    }

    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    /// Over what somebody else has changed it is another write, for which no secret was typed.
    fn over(&self, before: &Before, read_back: &Response) -> Option<(M, Before)> {
        let Before::TargetRegistry(before) = before else {
            return None;
        };
        let now = ShowTargetRegistry::decode(read_back).ok()?;
        let over = Self {
            settings: self.settings.over(before.registry(), &now)?,
            ..self.clone()
        };
        Some((
            over.into(),
            Before::TargetRegistry(RegistryBefore::of(&now)),
        ))
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        restore(&self.project, &self.instance, before, |before| {
            RestoredBy::Updating {
                registry: self.registry,
                left: Box::new(self.settings.sent_to(before.registry())),
            }
        })
    }

    fn changes(&self) -> Vec<Collection> {
        changed(&self.instance, &[Kind::TargetRegistry])
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = Resource::TargetRegistry {
            instance: self.instance.clone(),
            id: self.registry.to_string(),
            settings: self.settings.clone(),
        };
        Some((resource, Standing::Existing))
    }
}

/// What a read-back says that shows everything as wanted of which a secret may be another.
/// Where a policy may use any registry.
const POLICY_UNREAD: &str = "a replication policy could not be read, and may use this registry";

const SECRET_UNSEEN: &str = "no answer shows the secret, so nobody sees whether it was changed";

/// Whether a change is unknown because nothing but a secret may have been changed.
#[must_use]
pub fn is_secret_unseen(error: &ApiError) -> bool {
    matches!(error, ApiError::Unreadable(unreadable) if unreadable.at == SECRET_UNSEEN)
}

impl<M> Write<M> for DeleteRegistry {
    fn request(&self) -> Result<Request, NotSent> {
        let registry = self.registry.to_string();
        let parameters = [self.project.as_str(), self.instance.as_str(), &registry];
        Ok(Request::new(&DELETE, &parameters))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::target_registry(&self.instance, self.registry)]
    }

    fn read_back(&self) -> Request {
        show(&self.project, &self.instance, self.registry)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        made::gone(ShowTargetRegistry::decode(read_back))
    }

    fn may_be_so_already(&self, error: &ApiError) -> bool {
        made::may_be_gone(error)
    }

    /// Sent again, it would delete what somebody has made of the registry meanwhile.
    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    fn since(&self, before: &Before, read_back: &Response) -> Since {
        let shown = match ShowTargetRegistry::decode(read_back) {
            Ok(shown) => shown,
            Err(error) => return Since::CannotTell(error),
        };
        match before {
            Before::TargetRegistry(was) if was.is_still(&shown) => Since::Same,
            Before::TargetRegistry(_) => Since::Changed,
            _ => Since::CannotTell(body::unreadable(read_back, NOT_KNOWN_BEFORE)),
        }
    }

    /// Policies, enabled or not, on either side.
    fn dependents(&self, behind: u64) -> Option<Request> {
        let list = ListPolicies {
            project: self.project.clone(),
            instance: self.instance.clone(),
            paging: Paging::holding(behind),
        };
        Some(list.request())
    }

    fn dependents_in(&self, behind: u64, page: &Response) -> Result<Dependents, ApiError> {
        let policies = ListPolicies::decode(page)?;
        let used = used_by(self.registry, &policies.rows);
        if used.unread > 0 {
            return Err(body::unreadable(page, POLICY_UNREAD));
        }
        let by = used.policies.into_iter().map(|policy| {
            let id = policy.id;
            let subject = id.map(|id| Subject::replication_policy(&self.instance, id));
            (subject, policy.name.clone())
        });
        let most = u64::from(PageSize::LARGEST.rows());
        let next = behind.saturating_add(most);
        let rows = policies.rows.iter().count() as u64;
        // A full page may not be the last one, whatever the total says.
        let goes_on = rows >= most || policies.total.is_some_and(|total| total > next);
        Ok(Dependents {
            by: by.collect(),
            goes_on_behind: goes_on.then_some(next),
        })
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        restore(&self.project, &self.instance, before, |_| {
            RestoredBy::Creating {
                former: self.registry,
            }
        })
    }

    /// Policies may lose their registry with it.
    fn changes(&self) -> Vec<Collection> {
        let kinds = [Kind::TargetRegistry, Kind::ReplicationPolicy];
        changed(&self.instance, &kinds)
    }
}

/// What a read-back says of a registry that was not read before.
const NOT_KNOWN_BEFORE: &str = "nobody knows what it was before, and so whether it is still meant";

fn show(project: &ProjectId, instance: &InstanceId, registry: RegistryId) -> Request {
    let show = ShowTargetRegistry {
        project: project.clone(),
        instance: instance.clone(),
        registry,
    };
    show.request()
}

fn restore<M>(
    project: &ProjectId,
    instance: &InstanceId,
    before: &Before,
    by: impl FnOnce(&RegistryBefore) -> RestoredBy,
) -> Inverse<M> {
    let Before::TargetRegistry(before) = before else {
        return Inverse::None(Why::NotRead);
    };
    Inverse::None(Why::SecretNeeded(Box::new(RegistryToRestore {
        project: project.clone(),
        instance: instance.clone(),
        before: before.clone(),
        by: by(before),
    })))
}
