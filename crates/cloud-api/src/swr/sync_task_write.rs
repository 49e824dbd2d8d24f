//! Making and deleting automatic sync tasks.

use serde::{Deserialize, Serialize};

use super::sync_target::SyncTarget;
use super::sync_task::{ListSyncTasks, SyncTask};
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Loss, Meaning, Method, NotSent, Operation, Owner,
    RepositoryPath, Request, Response, Subject, Why,
};

const CREATE: Endpoint = Endpoint::swr(
    Method::Post,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",
    "CreateImageSyncRepo",
);
const DELETE: Endpoint = Endpoint::swr(
    Method::Delete,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",
    "DeleteImageSyncRepo",
);

/// Makes a sync task: `POST …/sync_repo`, answered with 200 (examples §2.2). It copies what is
/// pushed afterwards; only the account and administrators may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateSyncTask {
    /// Of which repository.
    pub repository: RepositoryPath,
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
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Where it copies to.
    pub target: SyncTarget,
}

impl<M: From<DeleteSyncTask>> Write<M> for CreateSyncTask {
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
        let request = Request::new(&CREATE, &self.repository.parameters());
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::sync_task(&self.repository, &self.target)]
    }

    fn read_back(&self) -> Request {
        list(&self.repository)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
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

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::SyncTasks(tasks) = before else {
            return Inverse::None(Why::NotRead);
        };
        if tasks.iter().any(|task| task.is_for(&self.target)) {
            return Inverse::None(Why::ThereBefore);
        }
        let delete = DeleteSyncTask {
            repository: self.repository.clone(),
            target: self.target.clone(),
        };
        Inverse::of(vec![delete.into()], None)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.repository)
    }

    /// The provider makes automatic tasks only.
    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        let is_there = matches!(before, Before::SyncTasks(tasks)
            if tasks.iter().any(|task| task.is_for(&self.target)));
        let resource = Resource::SyncTask {
            repository: self.repository.clone(),
            target: self.target.clone(),
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

impl<M: From<CreateSyncTask>> Write<M> for DeleteSyncTask {
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
        let request = Request::new(&DELETE, &self.repository.parameters());
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::sync_task(&self.repository, &self.target)]
    }

    fn read_back(&self) -> Request {
        list(&self.repository)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        match find(&self.target, read_back) {
            Ok(None) => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::Applied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::SyncTasks(tasks) = before else {
            return Inverse::None(Why::NotRead);
        };
        let task = tasks.iter().find(|task| task.is_for(&self.target));
        let Some((automatic, overwrite)) = task.and_then(|task| task.automatic.zip(task.overwrite))
        else {
            return Inverse::None(Why::NotRead);
        };
        let create = CreateSyncTask {
            repository: self.repository.clone(),
            target: self.target.clone(),
            automatic,
            overwrite,
        };
        let lost = automatic.then_some(Loss::PushedMeanwhile);
        Inverse::of(vec![create.into()], lost)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.repository)
    }
}

fn changes(repository: &RepositoryPath) -> Vec<Collection> {
    let of = Owner::Repository(repository.clone());
    vec![Collection::new(Kind::SyncTask, of)]
}

fn list(repository: &RepositoryPath) -> Request {
    let repository = repository.clone();
    ListSyncTasks { repository }.request()
}

/// The task with this target. A row that does not say where it copies to may be the one that is
/// looked for, so it leaves the question open.
fn find(target: &SyncTarget, read_back: &Response) -> Result<Option<SyncTask>, ApiError> {
    let tasks = ListSyncTasks::decode(read_back)?;
    let is_nameless =
        |task: &SyncTask| task.target_region.is_empty() || task.target_organization.is_empty();
    let is_open = tasks.left_out > 0 || tasks.iter().any(is_nameless);
    let found = tasks.into_iter().find(|task| task.is_for(target));
    if found.is_none() && is_open {
        let at = "a task without remoteRegionId or remoteNamespace";
        return Err(body::unreadable(read_back, at));
    }
    Ok(found)
}
