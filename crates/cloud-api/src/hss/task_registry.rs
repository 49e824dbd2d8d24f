//! The registries of a sync task and how each of them fared.

use std::collections::BTreeSet;

use super::enterprise_project::EnterpriseProject;
use super::paging::{Page, Paging};
use super::registry::{RegistryNameFilter, RegistryToSync, RegistryType, join_types};
use super::sync_task::TaskId;
use crate::wire::fields::Fields;
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::hss(
    Method::Get,
    "/v5/{project_id}/image/image-sync/tasks/{task_id}/registries",
    "ListAssociateRegistries",
);

/// The most that this list counts, as documented (corrections §3), so that as many may stand for more
/// and tell no total.
const LARGEST_TOTAL: u64 = 100;

/// Reads a page of a task's registries; an answer holds at most 100, though more may be asked for:
/// `GET /v5/{project_id}/image/image-sync/tasks/{task_id}/registries` (seed page, examples §5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTaskRegistries {
    /// Of which project.
    pub project: ProjectId,
    /// Of which task.
    pub task_id: TaskId,
    /// Of which enterprise projects.
    pub enterprise_project: EnterpriseProject,
    /// Only with this name; whether a part matches is not documented.
    pub registry_name: Option<RegistryNameFilter>,
    /// Only of these types; all when empty.
    pub registry_types: BTreeSet<RegistryType>,
    /// Only those that stand so.
    pub sync_status: Option<SyncStatus>,
    /// Which part of the list.
    pub paging: Paging,
}

/// How a registry of a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyncStatus {
    /// Its images are synchronized.
    Finished,
    /// They are being synchronized.
    Running,
    /// They could not be.
    Failed,
}

impl SyncStatus {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Finished, Self::Running, Self::Failed];

    /// The API's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Running => "running",
            Self::Failed => "failed",
        }
    }

    /// The status of that name, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A registry of a task, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TaskRegistry {
    /// The ID; untrusted text.
    pub registry_id: String,
    /// The name; untrusted text.
    pub registry_name: String,
    /// The type's name; not always one that is known.
    pub registry_type: String,
    /// How it stands; not always a word that is known.
    pub sync_status: String,
    /// Why it failed; untrusted text, empty where there is no cause.
    pub failed_reason: String,
}

impl TaskRegistry {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            registry_id: fields.text_or_number("registry_id"),
            registry_name: fields.text_or_number("registry_name"),
            registry_type: fields.text_or_number("registry_type"),
            sync_status: fields.text_or_number("sync_status"),
            failed_reason: fields.text_or_number("failed_reason"),
        }
    }

    /// The type, where it is a known one.
    #[must_use]
    pub fn known_type(&self) -> Option<RegistryType> {
        RegistryType::named(&self.registry_type)
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn status(&self) -> Option<SyncStatus> {
        SyncStatus::named(&self.sync_status)
    }

    /// What names it when a sync is started; `None` where ID or type are not of the documented form.
    #[must_use]
    pub fn to_sync(&self) -> Option<RegistryToSync> {
        RegistryToSync::of(&self.registry_id, &self.registry_type)
    }
}

impl Operation for ListTaskRegistries {
    type Output = Page<TaskRegistry>;

    fn request(&self) -> Request {
        let parameters = [self.project.as_str(), self.task_id.as_str()];
        let mut request = Request::new(&LIST, &parameters);
        if let Some(name) = &self.registry_name {
            request = request.with_query("registry_name", name.as_str());
        }
        if let Some(status) = self.sync_status {
            request = request.with_query("sync_status", status.name());
        }
        let request = join_types(&self.registry_types, request);
        self.enterprise_project.join(self.paging.join(request))
    }

    fn decode(response: &Response) -> Result<Page<TaskRegistry>, ApiError> {
        let Page { rows, total } = Page::read(response, TaskRegistry::read)?;
        let total = total.filter(|total| *total != LARGEST_TOTAL);
        Ok(Page { rows, total })
    }
}
