//! Automatic sync tasks of a repository: list, create, delete.

use serde::{Deserialize, Serialize};

use super::sync_target::SyncTarget;
use crate::fields::{Fields, read_array};
use crate::inverse::{Before, Inverse, Loss, Why};
use crate::request::Method;
use crate::terraform::{Resource, Standing};
use crate::write::Write;
use crate::{
    ApiError, Judgement, Meaning, Mutation, NotSent, Operation, OrganizationName, RepositoryName,
    Request, Response, Subject, body, path,
};

/// Reads the sync tasks of a repository: `GET …/repos/{repository}/sync_repo` (examples §2.1). Not
/// paged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSyncTasks {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// Of which repository.
    pub repository: RepositoryName,
}

/// A sync task, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SyncTask {
    /// The target region; untrusted text.
    pub target_region: String,
    /// The target organization; untrusted text.
    pub target_organization: String,
    /// Whether new pushes are copied by themselves, where the service says so.
    pub automatic: Option<bool>,
    /// Whether a tag that is already at the target is overwritten, where the service says so.
    pub overwrite: Option<bool>,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// When it last changed, RFC 3339 in UTC.
    pub updated_at: String,
}

impl SyncTask {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            target_region: fields.text("remoteRegionId"),
            target_organization: fields.text("remoteNamespace"),
            automatic: fields.flag("syncAuto"),
            overwrite: fields.flag("override"),
            created_at: fields.text("createdAt"),
            updated_at: fields.text("updatedAt"),
        }
    }

    /// The target, where it has the documented form; only then can the task be deleted.
    #[must_use]
    pub fn target(&self) -> Option<SyncTarget> {
        Some(SyncTarget {
            region: self.target_region.parse().ok()?,
            organization: self.target_organization.parse().ok()?,
        })
    }

    fn is_for(&self, target: &SyncTarget) -> bool {
        target.is_named(&self.target_region, &self.target_organization)
    }
}

impl Operation for ListSyncTasks {
    type Output = Vec<SyncTask>;

    fn request(&self) -> Request {
        Request::swr(Method::Get, task_path(&self.organization, &self.repository))
    }

    fn decode(response: &Response) -> Result<Vec<SyncTask>, ApiError> {
        // Without tasks some sites answer null.
        read_array(response, SyncTask::read)
    }
}

fn task_path(organization: &OrganizationName, repository: &RepositoryName) -> String {
    format!("{}/sync_repo", path::repository(organization, repository))
}

/// Makes a sync task: `POST …/sync_repo`, answered with 200 (examples §2.2). It copies what is
/// pushed afterwards; only the account and administrators may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateSyncTask {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// Of which repository.
    pub repository: RepositoryName,
    /// Where to.
    pub target: SyncTarget,
    /// Whether new pushes are copied by themselves. Always sent: the API takes a missing one for
    /// false.
    pub automatic: bool,
    /// Whether a tag that is already at the target is overwritten.
    pub overwrite: bool,
}

/// Deletes a sync task: `DELETE …/sync_repo` with a JSON body, answered with 200 (seed page on
/// deleting a sync task). One that is gone already is refused with 400 or 404 (examples §2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteSyncTask {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// Of which repository.
    pub repository: RepositoryName,
    /// Where it copies to.
    pub target: SyncTarget,
}

impl Write for CreateSyncTask {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            remote_region_id: &'a str,
            remote_namespace: &'a str,
            sync_auto: bool,
            r#override: bool,
        }
        let content = Body {
            remote_region_id: self.target.region.as_str(),
            remote_namespace: self.target.organization.as_str(),
            sync_auto: self.automatic,
            r#override: self.overwrite,
        };
        let path = task_path(&self.organization, &self.repository);
        Ok(Request::swr(Method::Post, path).with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization, &self.repository, &self.target)
    }

    fn read_back(&self) -> Request {
        list(&self.organization, &self.repository)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        match find(&self.target, read_back) {
            Ok(None) => Judgement::NotApplied,
            Ok(Some(task)) => match (task.automatic, task.overwrite) {
                (Some(automatic), Some(overwrite)) => {
                    if (automatic, overwrite) == (self.automatic, self.overwrite) {
                        Judgement::Applied
                    } else {
                        Judgement::NotApplied
                    }
                }
                (None, _) | (_, None) => Judgement::CannotTell(body::unreadable(
                    read_back,
                    "syncAuto or override is not given",
                )),
            },
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn inverse(&self, before: &Before) -> Inverse {
        let Before::SyncTasks(tasks) = before else {
            return Inverse::None(Why::NotRead);
        };
        if tasks.iter().any(|task| task.is_for(&self.target)) {
            return Inverse::None(Why::ThereBefore);
        }
        let delete = DeleteSyncTask {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
            target: self.target.clone(),
        };
        Inverse::of(vec![Mutation::DeleteSyncTask(delete)], None)
    }

    /// The provider makes automatic tasks only.
    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        let is_there = matches!(before, Before::SyncTasks(tasks)
            if tasks.iter().any(|task| task.is_for(&self.target)));
        let resource = Resource::SyncTask {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
            target_region: self.target.region.clone(),
            target_organization: self.target.organization.clone(),
            overwrite: self.overwrite,
        };
        let standing = if is_there {
            Standing::Existing
        } else {
            Standing::New
        };
        self.automatic.then_some((resource, standing))
    }
}

impl Write for DeleteSyncTask {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            remote_region_id: &'a str,
            remote_namespace: &'a str,
        }
        let content = Body {
            remote_region_id: self.target.region.as_str(),
            remote_namespace: self.target.organization.as_str(),
        };
        let path = task_path(&self.organization, &self.repository);
        Ok(Request::swr(Method::Delete, path).with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization, &self.repository, &self.target)
    }

    fn read_back(&self) -> Request {
        list(&self.organization, &self.repository)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        match find(&self.target, read_back) {
            Ok(None) => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::Applied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn is_removal(&self) -> bool {
        true
    }

    fn inverse(&self, before: &Before) -> Inverse {
        let Before::SyncTasks(tasks) = before else {
            return Inverse::None(Why::NotRead);
        };
        let task = tasks.iter().find(|task| task.is_for(&self.target));
        let Some((automatic, overwrite)) = task.and_then(|task| task.automatic.zip(task.overwrite))
        else {
            return Inverse::None(Why::NotRead);
        };
        let create = CreateSyncTask {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
            target: self.target.clone(),
            automatic,
            overwrite,
        };
        let lost = automatic.then_some(Loss::PushedMeanwhile);
        Inverse::of(vec![Mutation::CreateSyncTask(create)], lost)
    }
}

fn subjects(
    organization: &OrganizationName,
    repository: &RepositoryName,
    target: &SyncTarget,
) -> Vec<Subject> {
    vec![Subject::SyncTask {
        organization: organization.clone(),
        repository: repository.clone(),
        target: target.clone(),
    }]
}

fn list(organization: &OrganizationName, repository: &RepositoryName) -> Request {
    ListSyncTasks {
        organization: organization.clone(),
        repository: repository.clone(),
    }
    .request()
}

/// The task with this target. A row that does not say where it copies to may be the one that is
/// looked for, so it leaves the question open.
fn find(target: &SyncTarget, read_back: &Response) -> Result<Option<SyncTask>, ApiError> {
    let tasks = ListSyncTasks::decode(read_back)?;
    let is_nameless =
        |task: &SyncTask| task.target_region.is_empty() || task.target_organization.is_empty();
    let is_open = tasks.iter().any(is_nameless);
    let found = tasks.into_iter().find(|task| task.is_for(target));
    if found.is_none() && is_open {
        let at = "a task without remoteRegionId or remoteNamespace";
        return Err(body::unreadable(read_back, at));
    }
    Ok(found)
}
