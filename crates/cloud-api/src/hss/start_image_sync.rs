//! Starting a sync task, and finding the task that was started: the answer does not name it.

use serde::{Deserialize, Serialize};

use super::enterprise_project::EnterpriseProject;
use super::paging::Page;
use super::registry::{RegistryId, RegistryType};
use super::sync_task::{ListSyncTasks, SyncTask, SyncTaskKind};
use crate::inverse::{Before, Inverse, Why};
use crate::request::Method;
use crate::write::Write;
use crate::{
    Judgement, NotSent, Operation, ProjectId, RegionId, Request, Response, Subject, Timestamp,
    body, path,
};

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
    /// The tasks that there were before.
    pub before: TasksBefore,
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

/// A registry, as a sync names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryToSync {
    /// Its ID.
    pub registry_id: RegistryId,
    /// Its type.
    pub registry_type: RegistryType,
}

impl RegistryToSync {
    pub(super) fn of(id: &str, type_name: &str) -> Option<Self> {
        Some(Self {
            registry_id: id.parse().ok()?,
            registry_type: RegistryType::named(type_name)?,
        })
    }
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

/// Milliseconds between the first task that is new and the last that the same start may have become:
/// as long as the reading before it and the start itself may take, and a while until the task begins.
const LATEST_BEGINNING: i64 = 120_000;

/// The tasks that were listed just before a sync was started, so that a new one can be told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TasksBefore {
    task_ids: Vec<String>,
    newest_begin_time: Option<Timestamp>,
}

impl TasksBefore {
    /// Remembers what [`ListSyncTasks::first_page`] gave.
    #[must_use]
    pub fn of(page: &Page<SyncTask>) -> Self {
        Self {
            task_ids: page.rows.iter().map(|task| task.task_id.clone()).collect(),
            newest_begin_time: page.rows.iter().filter_map(|task| task.begin_time).max(),
        }
    }

    /// The tasks that were not there before and that this start may have become. There can be more
    /// than one, because others start tasks too: the new one is one of these.
    ///
    /// A task that began before the newest known one is an old one that was on another page. The
    /// tasks of before were read just before the start, so the first new one is this start's or began
    /// shortly before it: what begins much later was started by others. Both times are the service's
    /// own, whatever the clock here says.
    #[must_use]
    pub fn new_among<'tasks>(&self, tasks: &'tasks [SyncTask]) -> Vec<&'tasks SyncTask> {
        let is_new = |task: &&SyncTask| {
            let began_before = matches!(
                (task.begin_time, self.newest_begin_time),
                (Some(begin), Some(newest)) if begin < newest
            );
            !task.task_id.is_empty()
                && !self.task_ids.contains(&task.task_id)
                && !began_before
                && task.kind() != Some(SyncTaskKind::Automatic)
        };
        let mut new: Vec<&SyncTask> = tasks.iter().filter(is_new).collect();
        let first = new.iter().filter_map(|task| task.begin_time).min();
        if let Some(first) = first {
            // One that has not begun yet will begin later.
            new.retain(|task| {
                let after = task.begin_time.map(|begin| begin.milliseconds_since(first));
                after.is_some_and(|after| after <= LATEST_BEGINNING)
            });
        }
        new
    }
}

impl Write for StartImageSync {
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
        let request = Request::hss(
            Method::Post,
            format!("{}/image-sync/tasks", path::image(&self.project)),
        )
        .with_header("region", self.region.as_str())
        .with_body(body::encode(&content));
        Ok(self.enterprise_project.join(request))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::ImageSync {
            project: self.project.clone(),
        }]
    }

    fn read_back(&self) -> Request {
        ListSyncTasks::first_page(self.project.clone(), self.enterprise_project.clone()).request()
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        let page = match ListSyncTasks::decode(read_back) {
            Ok(page) => page,
            Err(error) => return Judgement::CannotTell(error),
        };
        if !self.before.new_among(&page.rows).is_empty() {
            return Judgement::Applied;
        }
        if shows_the_newest(&page) {
            Judgement::NotApplied
        } else {
            let at = "neither the whole list of tasks nor its newest part";
            Judgement::CannotTell(body::unreadable(read_back, at))
        }
    }

    fn inverse(&self, _before: &Before) -> Inverse {
        Inverse::None(Why::CannotBeStopped)
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
