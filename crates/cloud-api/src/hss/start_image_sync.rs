//! Starting a sync task, and finding the task that was started: the answer does not name it.

use serde::{Deserialize, Serialize};

use super::enterprise_project::EnterpriseProject;
use super::paging::Page;
use super::registry::{RegistryId, RegistryToSync};
use super::sync_task::{ListSyncTasks, SyncTask};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Method, NotSent, Operation, Owner, ProjectId,
    RegionId, Request, Response, Subject, Timestamp, Why,
};

const START: Endpoint = Endpoint::hss(
    Method::Post,
    "/v5/{project_id}/image/image-sync/tasks",
    "CreateImageSynchronizeTask",
);

/// Starts a task that synchronizes images: `POST /v5/{project_id}/image/image-sync/tasks`, answered
/// with an empty body (examples §5.3). Whether it was started is told from the list of tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartImageSync {
    /// In which project.
    pub project: ProjectId,
    /// The project's region; the API wants it as a header.
    pub region: RegionId,
    /// In which enterprise projects.
    pub enterprise_project: EnterpriseProject,
    /// Which registries.
    pub registries: RegistriesToSync,
}

/// Which registries to synchronize.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegistriesToSync {
    /// Every one.
    All,
    /// These.
    Picked(PickedRegistries),
}

/// At least one registry, none of them twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<RegistryToSync>", into = "Vec<RegistryToSync>")]
pub struct PickedRegistries(Vec<RegistryToSync>);

/// Why registries cannot be synchronized together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PickedRegistriesError {
    /// There is none.
    #[error("at least one registry is needed")]
    Empty,
    /// One is named twice.
    #[error("the registry {0} is named twice")]
    Twice(RegistryId),
}

impl PickedRegistries {
    /// The registries, in the order in which they were picked.
    #[must_use]
    pub fn registries(&self) -> &[RegistryToSync] {
        &self.0
    }
}

impl TryFrom<Vec<RegistryToSync>> for PickedRegistries {
    type Error = PickedRegistriesError;

    fn try_from(registries: Vec<RegistryToSync>) -> Result<Self, PickedRegistriesError> {
        if registries.is_empty() {
            return Err(PickedRegistriesError::Empty);
        }
        let mut ids: Vec<&RegistryId> = registries.iter().map(|one| &one.registry_id).collect();
        ids.sort_unstable();
        match ids.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(PickedRegistriesError::Twice(pair[0].clone())),
            None => Ok(Self(registries)),
        }
    }
}

impl From<PickedRegistries> for Vec<RegistryToSync> {
    fn from(picked: PickedRegistries) -> Self {
        picked.0
    }
}

impl<M> Write<M> for StartImageSync {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        struct Body<'a> {
            sync_all_registries: bool,
            #[serde(skip_serializing_if = "Option::is_none")]
            registry_info: Option<&'a [RegistryToSync]>,
        }
        let picked = match &self.registries {
            RegistriesToSync::All => None,
            RegistriesToSync::Picked(picked) => Some(picked.registries()),
        };
        let content = Body {
            sync_all_registries: picked.is_none(),
            registry_info: picked,
        };
        let request = Request::new(&START, &[self.project.as_str()])
            .with_header("region", self.region.as_str())?
            .with_body(body::encode(&content));
        Ok(self.enterprise_project.join(request))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::image_sync(&self.project)]
    }

    fn read_back(&self) -> Request {
        ListSyncTasks::first_page(self.project.clone(), self.enterprise_project.clone()).request()
    }

    fn judge(&self, _subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        let Before::ImageSyncTasks(before) = before else {
            let at = "without the tasks of before a new one cannot be told apart";
            return Judgement::CannotTell(body::unreadable(read_back, at));
        };
        let page = match ListSyncTasks::decode(read_back) {
            Ok(page) => page,
            Err(error) => return Judgement::CannotTell(error),
        };
        if !before.new_among(&page.rows).is_empty() {
            // A task names nobody who started it, so it can be a colleague's.
            return Judgement::PerhapsAnothers(body::unreadable(read_back, PERHAPS_ANOTHERS));
        }
        // What could not be read may be the new one.
        if page.rows.left_out == 0 && shows_the_newest(&page) {
            Judgement::NotApplied
        } else {
            let at = "neither the whole list of tasks nor its newest part";
            Judgement::CannotTell(body::unreadable(read_back, at))
        }
    }

    fn manner(&self) -> Manner {
        Manner::Start
    }

    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::CannotBeStopped)
    }

    fn changes(&self) -> Vec<Collection> {
        let of = Owner::Project(self.project.clone());
        vec![Collection::new(Kind::ImageSync, of)]
    }
}

/// What a read-back says that shows a task of which nobody knows who started it.
const PERHAPS_ANOTHERS: &str = "a task has begun since then, and others may have started it";

/// Whether a start is unknown because the task that has begun since may be somebody else's.
#[must_use]
pub fn may_be_anothers(error: &ApiError) -> bool {
    matches!(error, ApiError::Unreadable(unreadable) if unreadable.at == PERHAPS_ANOTHERS)
}

impl Subject {
    /// A new task that synchronizes images; it has no ID before it is found in the list.
    #[must_use]
    pub fn image_sync(project: &ProjectId) -> Self {
        Self::only(Kind::ImageSync, Owner::Project(project.clone()))
    }
}

/// Whether a task that was just started would be on the page.
fn shows_the_newest(page: &Page<SyncTask>) -> bool {
    let rows = &page.rows;
    if page.total.is_some_and(|total| total <= rows.len() as u64) {
        return true;
    }
    // A task that has not begun is newer than any that has.
    let begin = |task: &SyncTask| task.begin_time.map_or(i64::MAX, Timestamp::milliseconds);
    !rows.is_empty()
        && rows
            .windows(2)
            .all(|pair| begin(&pair[0]) >= begin(&pair[1]))
}
