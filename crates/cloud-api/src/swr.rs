//! Software repository for containers, shared edition.

mod access;
mod access_read_back;
mod access_write;
mod feature_gates;
mod last_job;
mod manual_sync;
mod organization;
mod organization_access;
mod overview;
mod presence;
mod quota;
mod repository;
mod repository_access;
mod repository_list;
mod sync_job;
mod sync_region;
mod sync_target;
mod sync_task;
mod tag;

pub use access::{AccessLevel, AccessList, AccessRow, Grant, UnknownLevel};
pub use access_write::{AccessChange, AccessPlace};
pub use feature_gates::{FeatureGates, ShowFeatureGates};
pub use last_job::LastJob;
pub use manual_sync::{SyncImages, missing_tags};
pub use organization::{
    CreateOrganization, DeleteOrganization, ListOrganizations, Organization, ShowOrganization,
    Visibility,
};
pub use organization_access::{
    AddOrganizationAccess, CancelOrganizationAccess, ChangeOrganizationAccess,
    ShowOrganizationAccess,
};
pub use overview::{Overview, ShowOverview};
pub use presence::is_there;
pub use quota::{ListQuotas, Quota};
pub use repository::{
    CreateRepository, DeleteRepository, Repository, RepositoryCategory, ShowRepository,
    UpdateRepository,
};
pub use repository_access::{
    AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, ShowRepositoryAccess,
};
pub use repository_list::{
    ListRepositories, ListRepositoriesByMarker, PageSize, PageSizeError, RepositoryMarker,
    RepositoryMarkerPage, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
pub use sync_job::{ListSyncJobs, SyncJob, SyncJobPage, SyncStatus};
pub use sync_region::{ListSyncRegions, SyncRegion};
pub use sync_target::{SyncTarget, TargetRegionError};
pub use sync_task::{CreateSyncTask, DeleteSyncTask, ListSyncTasks, SyncTask};
pub use tag::{
    DeleteTag, ListTags, ListTagsAfter, MarkedTagPage, Tag, TagPage, tags_sharing_digest,
};
