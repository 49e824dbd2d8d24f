//! Software repository for containers, shared edition.

mod access;
mod access_judgement;
mod access_people;
mod access_place;
mod access_report;
mod access_write;
mod chosen_tags;
mod copy_map;
mod feature_gates;
mod last_copy;
mod last_job;
mod manual_sync;
mod meaning;
mod organization;
mod organization_write;
mod overview;
mod presence;
mod quota;
mod reach;
mod region_copies;
mod repository;
mod repository_list;
mod repository_write;
mod shared_account;
mod shared_account_write;
mod subject;
mod sync_job;
mod sync_region;
mod sync_target;
mod sync_task;
mod sync_task_write;
mod tag;

pub use access::{AccessLevel, AccessList, AccessRow, Grant, Protected, ShowAccess, UnknownLevel};
pub use access_people::{AccessCount, AccessPerson, AccessSource, Afterwards, Held, WhoHasAccess};
pub use access_place::AccessPlace;
pub use access_report::{AccessReport, RepositoryAccess};
pub use access_write::{ChangeAccess, GrantAccess, RemoveAccess};
pub use chosen_tags::{ChosenTag, ChosenTags};
pub use copy_map::{CopyArrow, CopyMap};
pub use feature_gates::{FeatureGates, ShowFeatureGates};
pub use last_copy::LastCopy;
pub use last_job::{LastJob, arrived_at};
pub use manual_sync::{SyncImages, may_be_anothers_copy, missing_tags};
pub(crate) use meaning::{is_own, meaning};
pub use organization::{ListOrganizations, Organization, ShowOrganization, Visibility};
pub use organization_write::{CreateOrganization, DeleteOrganization};
pub use overview::{Overview, ShowOverview};
pub use presence::is_there;
pub use quota::{ListQuotas, Quota};
pub use reach::{AccessOfAll, Reach, Reached};
pub use region_copies::{CountedTask, RegionCopies};
pub use repository::{Repository, RepositoryCategory, ShowRepository};
pub use repository_list::{
    ListRepositories, ListRepositoriesByMarker, PageSize, PageSizeError, RepositoryMarker,
    RepositoryMarkerPage, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
pub use repository_write::{CreateRepository, DeleteRepository, UpdateRepository};
pub use shared_account::{
    AccountName, Deadline, ListSharedAccounts, NoDeadline, ShareDescription, SharedAccount,
    ShowSharedAccount,
};
pub use shared_account_write::{CreateSharedAccount, DeleteSharedAccount};
pub use sync_job::{ListSyncJobs, SyncJob, SyncJobPage, SyncStatus};
pub use sync_region::{ListSyncRegions, SyncRegion};
pub use sync_target::{SyncTarget, TargetRegionError};
pub use sync_task::{ListSyncTasks, SyncTask};
pub use sync_task_write::{CreateSyncTask, DeleteSyncTask};
pub use tag::{DeleteTag, ListTags, ListTagsAfter, MarkedTagPage, Tag, TagOrder, TagPage};
