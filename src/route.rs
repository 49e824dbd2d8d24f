//! Every page of the console as a value: parsed from an address, printed as one, titled.

use std::fmt;

use cloud_api::hss::{TaskId, TextError};
use cloud_api::{OrganizationName, RepositoryName};

use crate::i18n::{Message, text};

/// A page. Its address is relative to where the console is mounted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All organizations of the account.
    Organizations,
    /// One organization and its repositories.
    Organization(OrganizationName),
    /// Who has access to one repository.
    RepositoryPermissions(OrganizationName, RepositoryName),
    /// The image sync tasks of the host security service.
    SyncTasks,
    /// The registries of one image sync task.
    SyncTask(TaskId),
    /// The address of an image sync task whose ID cannot be one, and why.
    MalformedSyncTask(TextError),
    /// What was changed from this browser.
    Activity,
    /// An address that no page has.
    NotFound,
}

/// The words that name a page: ours, or a name from the cloud.
#[derive(Clone, Debug, PartialEq)]
pub enum Title {
    /// Words of ours.
    Words(Message),
    /// A name.
    Name(String),
}

impl Route {
    /// The page at a path, which begins after the mount point and holds no query.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        let mut segments = Vec::new();
        for segment in path.split('/') {
            match percent_encoding::percent_decode_str(segment).decode_utf8() {
                Ok(segment) => segments.push(segment.into_owned()),
                Err(_) => return Self::NotFound,
            }
        }
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [""] | ["containers"] => Self::Organizations,
            ["containers", organization] => match organization.parse() {
                Ok(organization) => Self::Organization(organization),
                Err(_) => Self::NotFound,
            },
            ["containers", organization, repository]
            | ["containers", organization, repository, "permissions"] => {
                match (organization.parse(), repository.replace('$', "/").parse()) {
                    (Ok(organization), Ok(repository)) => {
                        Self::RepositoryPermissions(organization, repository)
                    }
                    _ => Self::NotFound,
                }
            }
            ["security-sync"] | ["security-sync", "tasks"] => Self::SyncTasks,
            ["security-sync", "tasks", task_id] => match task_id.parse() {
                Ok(task_id) => Self::SyncTask(task_id),
                Err(error) => Self::MalformedSyncTask(error),
            },
            ["activity"] => Self::Activity,
            _ => Self::NotFound,
        }
    }

    /// The page's title.
    #[must_use]
    pub fn title(&self) -> Title {
        match self {
            Self::Organizations => Title::Words(text::organizations_title()),
            Self::Organization(organization) => Title::Name(organization.to_string()),
            Self::RepositoryPermissions(_, repository) => Title::Name(repository.to_string()),
            Self::SyncTasks => Title::Words(text::frame_security_sync()),
            Self::SyncTask(task_id) => Title::Name(task_id.to_string()),
            Self::MalformedSyncTask(_) => Title::Words(text::task_malformed()),
            Self::Activity => Title::Words(text::activity_title()),
            Self::NotFound => Title::Words(text::not_found_title()),
        }
    }

    /// The page above this one; following it to the end gives the breadcrumbs.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Organization(_) => Some(Self::Organizations),
            Self::RepositoryPermissions(organization, _) => {
                Some(Self::Organization(organization.clone()))
            }
            Self::SyncTask(_) | Self::MalformedSyncTask(_) => Some(Self::SyncTasks),
            Self::Organizations | Self::SyncTasks | Self::Activity | Self::NotFound => None,
        }
    }

    /// Whether the page stands for an address that no page can have.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::NotFound | Self::MalformedSyncTask(_))
    }

    /// Whether the page shows what the host security service knows.
    #[must_use]
    pub fn is_of_security_service(&self) -> bool {
        matches!(self, Self::SyncTasks | Self::SyncTask(_))
    }

    /// The pages from the top to this one.
    #[must_use]
    pub fn trail(&self) -> Vec<Self> {
        let mut trail = vec![self.clone()];
        while let Some(parent) = trail.last().and_then(Self::parent) {
            trail.push(parent);
        }
        trail.reverse();
        trail
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organizations | Self::NotFound => formatter.write_str("containers"),
            Self::Organization(organization) => write!(formatter, "containers/{organization}"),
            Self::RepositoryPermissions(organization, repository) => {
                let dollars = repository.as_str().replace('/', "$");
                write!(formatter, "containers/{organization}/{dollars}/permissions")
            }
            Self::SyncTasks | Self::MalformedSyncTask(_) => formatter.write_str("security-sync"),
            Self::SyncTask(task_id) => write!(formatter, "security-sync/tasks/{task_id}"),
            Self::Activity => formatter.write_str("activity"),
        }
    }
}
