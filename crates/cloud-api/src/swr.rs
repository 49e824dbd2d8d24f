//! Software repository for containers, shared edition.

mod access;
mod access_write;
mod feature_gates;
mod organization;
mod organization_access;
mod overview;
mod presence;
mod quota;
mod repository;
mod repository_access;
mod repository_list;

pub use access::{AccessLevel, AccessList, AccessRow, Grant, UnknownLevel};
pub use feature_gates::{FeatureGates, ShowFeatureGates};
pub use organization::{
    CreateOrganization, DeleteOrganization, ListOrganizations, Organization, ShowOrganization,
    Visibility,
};
pub use organization_access::{
    AddOrganizationAccess, CancelOrganizationAccess, ChangeOrganizationAccess,
    ShowOrganizationAccess,
};
pub use overview::{Overview, ShowOverview};
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
