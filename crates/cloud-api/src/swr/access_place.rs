//! On what access is granted.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{OrganizationName, Owner, RepositoryPath};

/// Whose access list it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessPlace {
    /// That of a whole organization.
    Organization(OrganizationName),
    /// That of one repository; what the organization gives is not repeated there.
    Repository(RepositoryPath),
}

impl AccessPlace {
    /// To what its grants belong.
    #[must_use]
    pub fn owner(&self) -> Owner {
        match self {
            Self::Organization(organization) => Owner::Organization(organization.clone()),
            Self::Repository(repository) => Owner::Repository(repository.clone()),
        }
    }
}

impl fmt::Display for AccessPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organization(organization) => organization.fmt(formatter),
            Self::Repository(repository) => repository.fmt(formatter),
        }
    }
}
