//! Software repository for containers, shared edition.

mod access;
mod manual_sync;
mod organization;
mod repository;
mod repository_access;
mod sync_job;
mod sync_region;
mod sync_target;
mod sync_task;
mod tag;

pub use access::{AccessLevel, AccessList, AccessRow, UnknownLevel};
pub use manual_sync::SyncImages;
pub use organization::{
    ListOrganizations, Organization, ShowOrganization, ShowOrganizationAccess, Visibility,
};
pub use repository::{
    ListRepositories, PageSize, PageSizeError, Repository, RepositoryOrder, RepositoryPage,
    RepositorySummary, ShowRepository, SortDirection, UpdateRepository,
};
pub use repository_access::{
    AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, Grant,
    ShowRepositoryAccess,
};
pub use sync_job::{ListSyncJobs, SyncJob, SyncJobPage, SyncStatus};
pub use sync_region::{ListSyncRegions, SyncRegion};
pub use sync_target::{SyncTarget, TargetRegionError};
pub use sync_task::{CreateSyncTask, DeleteSyncTask, ListSyncTasks, SyncTask};
pub use tag::{
    DeleteTag, ListTags, ListTagsAfter, MarkedTagPage, Tag, TagPage, tags_sharing_digest,
};
