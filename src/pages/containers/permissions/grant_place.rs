//! What permissions are on: a whole organization, or one repository.

use cloud_api::swr::AccessPlace;
use cloud_api::{OrganizationName, RepositoryName, Subject};

use crate::i18n::Message;

/// What the page and its dialogs are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrantPlace {
    /// A whole organization.
    Organization(OrganizationName),
    /// One repository.
    Repository(OrganizationName, RepositoryName),
}

impl GrantPlace {
    /// Its access list.
    #[must_use]
    pub fn access(&self) -> AccessPlace<'_> {
        match self {
            Self::Organization(organization) => AccessPlace::Organization(organization),
            Self::Repository(organization, repository) => {
                AccessPlace::Repository(organization, repository)
            }
        }
    }

    /// Its whole name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Organization(organization) => organization.to_string(),
            Self::Repository(organization, repository) => format!("{organization}/{repository}"),
        }
    }

    /// Whether something is it or is of it; what is of a repository is not of its organization here.
    #[must_use]
    pub fn holds(&self, subject: &Subject) -> bool {
        let (organization, repository) = match self {
            Self::Organization(organization) => (organization, None),
            Self::Repository(organization, repository) => (organization, Some(repository)),
        };
        subject.organization() == Some(organization) && subject.repository() == repository
    }

    /// The words for an organization, or those for a repository.
    #[must_use]
    pub fn words(&self, organization: fn() -> Message, repository: fn() -> Message) -> Message {
        match self {
            Self::Organization(_) => organization(),
            Self::Repository(..) => repository(),
        }
    }
}
