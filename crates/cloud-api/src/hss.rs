//! Host security service: tasks that synchronize images of registries, and the registries.
//!
//! Source: the seed page on the registries of a sync task, reference §7, examples §5.

mod catch_up;
mod cause;
mod enterprise_project;
mod fail_reason;
mod failed_image;
mod identifier;
mod meaning;
mod paging;
mod registry;
mod start_image_sync;
mod sync_task;
mod task_registry;
mod tasks_before;

pub use catch_up::{ENDS, OfStatus, caught_up, next_page};
pub use cause::{Grouped, by_cause};
pub use enterprise_project::{EnterpriseProject, EnterpriseProjectId};
pub use fail_reason::FailReason;
pub use failed_image::FailedImage;
pub(crate) use meaning::{is_own, meaning};
pub use paging::{Offset, OffsetError, Page, PageSize, PageSizeError, Paging};
pub use registry::{
    AccessStatus, ListRegistries, Registry, RegistryAddressFilter, RegistryId, RegistryNameFilter,
    RegistryStatistics, RegistryToSync, RegistryType, ShowRegistryStatistics,
};
pub use start_image_sync::{
    PickedRegistries, PickedRegistriesError, RegistriesToSync, StartImageSync, may_be_anothers,
};
pub use sync_task::{ListSyncTasks, SyncTask, SyncTaskKind, TaskId, TaskIdFilter, TaskState};
pub use task_registry::{ListTaskRegistries, SyncStatus, TaskRegistry};
pub use tasks_before::TasksBefore;
