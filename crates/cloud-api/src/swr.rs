//! Software repository for containers, shared edition.

mod access;
mod organization;
mod repository;
mod repository_access;

pub use access::{AccessLevel, AccessList, AccessRow, UnknownLevel};
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
