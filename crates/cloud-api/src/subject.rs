//! What writes act on, and to what that belongs.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::enterprise::InstanceId;
use crate::ims::ImageId;
use crate::{OrganizationName, ProjectId, RepositoryPath};

/// To what a thing belongs. Rights are given on these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The account, in a region.
    Account,
    /// An organization.
    Organization(OrganizationName),
    /// A repository.
    Repository(RepositoryPath),
    /// A project.
    Project(ProjectId),
    /// A machine image.
    Image(ImageId),
    /// An instance of the enterprise edition.
    Instance(InstanceId),
}

impl Owner {
    /// Whether it is the other, or the other is in it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Account, _) => true,
            (Self::Organization(organization), Self::Repository(repository)) => {
                repository.organization == *organization
            }
            _ => self == other,
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account => Ok(()),
            Self::Organization(organization) => organization.fmt(formatter),
            Self::Repository(repository) => repository.fmt(formatter),
            Self::Project(project) => project.fmt(formatter),
            Self::Image(image) => image.fmt(formatter),
            Self::Instance(instance) => instance.fmt(formatter),
        }
    }
}

/// The kinds of things that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An organization.
    Organization,
    /// A repository.
    Repository,
    /// Whether everyone can pull from a repository, with its category and description.
    Visibility,
    /// A user's direct grant on an organization or repository.
    Grant,
    /// An account that a repository is shared with.
    SharedAccount,
    /// A repository's automatic sync task.
    SyncTask,
    /// One copying of one tag of a repository.
    ManualSync,
    /// A tag of a repository.
    Tag,
    /// A task that synchronizes images of registries.
    ImageSync,
    /// A share of a machine image with a recipient.
    ImageMember,
    /// A target registry of an instance.
    TargetRegistry,
    /// A replication policy of an instance.
    ReplicationPolicy,
    /// One execution of a replication policy.
    Execution,
}

/// One thing that a write acts on, as a person would name it. One call may cover many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// To what it belongs; an organization and a repository are their own.
    pub of: Owner,
    /// What tells it from others of its kind there; empty where there is one only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

impl Subject {
    /// What there is one of only.
    pub(crate) fn only(kind: Kind, of: Owner) -> Self {
        Self::named(kind, of, String::new())
    }

    /// One of several.
    pub(crate) fn named(kind: Kind, of: Owner, id: String) -> Self {
        Self { kind, of, id }
    }

    /// The organization that it is, or that it belongs to.
    #[must_use]
    pub fn organization(&self) -> Option<&OrganizationName> {
        match &self.of {
            Owner::Organization(organization) => Some(organization),
            Owner::Repository(repository) => Some(&repository.organization),
            Owner::Account | Owner::Project(_) | Owner::Image(_) | Owner::Instance(_) => None,
        }
    }

    /// The repository that it is, or that it belongs to.
    #[must_use]
    pub fn repository(&self) -> Option<&RepositoryPath> {
        match &self.of {
            Owner::Repository(repository) => Some(repository),
            Owner::Account
            | Owner::Organization(_)
            | Owner::Project(_)
            | Owner::Image(_)
            | Owner::Instance(_) => None,
        }
    }

    /// Whether both are of the same owner: a right that is lacking for one is lacking for the other.
    #[must_use]
    pub fn same_owner(&self, other: &Self) -> bool {
        self.of == other.of
    }

    /// What stands in for a name that nobody knows.
    #[must_use]
    pub fn identifier(&self) -> String {
        match (self.kind, self.id.split_once(':')) {
            // What kind of recipient it is, or that there is no ID yet, stands before it.
            (
                Kind::ImageMember
                | Kind::TargetRegistry
                | Kind::ReplicationPolicy
                | Kind::Execution,
                Some((_, identifier)),
            ) => identifier.to_owned(),
            _ if self.id.is_empty() => self.of.to_string(),
            _ => self.id.clone(),
        }
    }
}
