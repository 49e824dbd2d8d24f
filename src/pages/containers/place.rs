//! The repository that a page is about.

use std::fmt;

use cloud_api::{OrganizationName, RepositoryName, Subject};

/// A repository, with its organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
}

impl Place {
    /// Whether it is the repository of these names.
    #[must_use]
    pub fn is_of(&self, organization: &OrganizationName, repository: &RepositoryName) -> bool {
        self.organization == *organization && self.repository == *repository
    }

    /// Whether a thing is in it.
    #[must_use]
    pub fn is_place_of(&self, subject: &Subject) -> bool {
        subject.organization() == Some(&self.organization)
            && subject.repository() == Some(&self.repository)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.organization, self.repository)
    }
}
