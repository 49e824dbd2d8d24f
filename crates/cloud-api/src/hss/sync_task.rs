//! Tasks that synchronize images.

use super::enterprise_project::EnterpriseProject;
use super::failed_image::FailedImage;
use super::identifier::check_identifier;
use super::paging::{Offset, Page, Paging};
use crate::text::ruled::ruled_text;
use crate::wire::fields::Fields;
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, Owner, ProjectId, Request,
    Response, TextError, Timestamp,
};

const LIST: Endpoint = Endpoint::hss(
    Method::Get,
    "/v5/{project_id}/image/tasks",
    "ListImageScanTask",
);

ruled_text!(
    /// A task, by ID: 1 to 64 letters, digits, `-`, `_` and `.`.
    TaskId,
    check_task_id
);

ruled_text!(
    /// A task's ID to look for in the list, where it may be longer than in a path: 1 to 256
    /// characters (corrections §3).
    TaskIdFilter,
    check_task_id_filter
);

fn check_task_id(text: &str) -> Result<(), TextError> {
    check_identifier(text, 64)
}

fn check_task_id_filter(text: &str) -> Result<(), TextError> {
    check_identifier(text, 256)
}

/// Reads a page of the sync tasks of registries: `GET /v5/{project_id}/image/tasks` (examples §5.2).
/// In which order they come is not documented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSyncTasks {
    /// Of which project.
    pub project: ProjectId,
    /// Of which enterprise projects.
    pub enterprise_project: EnterpriseProject,
    /// Only this one.
    pub task_id: Option<TaskIdFilter>,
    /// Which part of the list.
    pub paging: Paging,
}

impl ListSyncTasks {
    /// The first page, as large as can be: what is read before a sync is started and again after it.
    #[must_use]
    pub fn first_page(project: ProjectId, enterprise_project: EnterpriseProject) -> Self {
        Self {
            project,
            enterprise_project,
            task_id: None,
            paging: Paging::largest(Offset::default()),
        }
    }
}

/// A sync task, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SyncTask {
    /// The ID; untrusted text.
    pub task_id: String,
    /// The name; untrusted text.
    pub task_name: String,
    /// How it was started, in the API's word; not always one that is known.
    pub task_type: String,
    /// The same, where the service has it here.
    pub sync_task_type: String,
    /// Percent done, or a negative number for an end before time; see [`SyncTask::state`].
    pub task_status: Option<i64>,
    /// When it began.
    pub begin_time: Option<Timestamp>,
    /// When it ended; `None` while it runs.
    pub end_time: Option<Timestamp>,
    /// Minutes that are left, as the service guesses.
    pub remain_min: Option<u64>,
    /// Images in all, of all registries (corrections §3).
    pub total_num: Option<u64>,
    /// Images done.
    pub success_num: Option<u64>,
    /// Images that failed.
    pub failed_num: Option<u64>,
    /// Images that failed, by name; the service may name fewer than it counts.
    pub failed_images: Listed<FailedImage>,
    /// Why the task as a whole failed; untrusted text, empty where there is no cause.
    pub failed_reason: String,
}

/// How a task was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncTaskKind {
    /// By the service itself, `autoSync`.
    Automatic,
    /// By a person, `manualSync`.
    Manual,
}

/// How far a task is, told from its `task_status` (reference §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// So many percent are done, 0 to 99.
    Running(u8),
    /// 100: done, though registries in it may have failed.
    Done,
    /// −1: somebody ended it.
    Terminated,
    /// −2: it took too long.
    TimedOut,
    /// −3: it broke off.
    Abnormal,
    /// A number without a known meaning.
    Unknown(i64),
}

impl TaskState {
    /// Whether nothing more happens; of an unknown number nobody can say so.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Done | Self::Terminated | Self::TimedOut | Self::Abnormal => true,
            Self::Running(_) | Self::Unknown(_) => false,
        }
    }
}

impl SyncTask {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            task_id: fields.text_or_number("task_id"),
            task_name: fields.text_or_number("task_name"),
            task_type: fields.text_or_number("task_type"),
            sync_task_type: fields.text_or_number("sync_task_type"),
            task_status: fields.number("task_status"),
            begin_time: fields.time("begin_time"),
            end_time: fields.time("end_time"),
            remain_min: fields.count("remain_min"),
            total_num: fields.count("total_num"),
            success_num: fields.count("success_num"),
            failed_num: fields.count("failed_num"),
            failed_images: fields.details("failed_images", FailedImage::read),
            failed_reason: fields.text_or_number("failed_reason"),
        }
    }

    /// The ID, where it has the documented form; only then can its registries be read.
    #[must_use]
    pub fn id(&self) -> Option<TaskId> {
        self.task_id.parse().ok()
    }

    /// How it was started, in the service's word.
    #[must_use]
    pub fn kind_name(&self) -> &str {
        if self.task_type.is_empty() {
            &self.sync_task_type
        } else {
            &self.task_type
        }
    }

    /// How it was started, where that is a known word.
    #[must_use]
    pub fn kind(&self) -> Option<SyncTaskKind> {
        match self.kind_name() {
            "autoSync" => Some(SyncTaskKind::Automatic),
            "manualSync" => Some(SyncTaskKind::Manual),
            _ => None,
        }
    }

    /// How many percent of the images have ended, well or not. Of a task that ended before its
    /// time the service tells no percentage: there it follows from the counts.
    #[must_use]
    pub fn percent(&self) -> Option<u8> {
        match self.state()? {
            TaskState::Running(percent) => Some(percent),
            TaskState::Done => Some(100),
            TaskState::Unknown(_) => None,
            TaskState::Terminated | TaskState::TimedOut | TaskState::Abnormal => {
                let total = self.total_num.filter(|total| *total > 0)?;
                let ended = self.success_num?.checked_add(self.failed_num?)?;
                u8::try_from(ended.min(total).checked_mul(100)? / total).ok()
            }
        }
    }

    /// How far it is, where the service tells.
    #[must_use]
    pub fn state(&self) -> Option<TaskState> {
        Some(match self.task_status? {
            100 => TaskState::Done,
            -1 => TaskState::Terminated,
            -2 => TaskState::TimedOut,
            -3 => TaskState::Abnormal,
            number => match u8::try_from(number) {
                Ok(percent) if percent < 100 => TaskState::Running(percent),
                Ok(_) | Err(_) => TaskState::Unknown(number),
            },
        })
    }
}

impl Operation for ListSyncTasks {
    type Output = Page<SyncTask>;

    fn request(&self) -> Request {
        let mut request = Request::new(&LIST, &[self.project.as_str()])
            .with_query("type", "image_sync")
            .with_query("global_image_type", "registry");
        if let Some(task_id) = &self.task_id {
            request = request.with_query("task_id", task_id.as_str());
        }
        self.enterprise_project.join(self.paging.join(request))
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Project(self.project.clone());
        Some(Collection::new(Kind::ImageSync, of))
    }

    fn decode(response: &Response) -> Result<Page<SyncTask>, ApiError> {
        Page::read(response, SyncTask::read)
    }
}
