//! Every page of the console as a value: parsed from an address, printed as one, titled.

pub mod navigation;

use std::fmt;

use cloud_api::hss::{TaskId, TextError};
use cloud_api::{OrganizationName, RepositoryName};

use crate::i18n::{Message, text};

/// A page. Its address is relative to where the console is mounted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All organizations of the account.
    Organizations,
    /// One organization, by the tab that is open.
    Organization(OrganizationName, OrganizationTab),
    /// One repository, by the tab that is open.
    Repository(OrganizationName, RepositoryName, RepositoryTab),
    /// The sync tasks of all repositories.
    AllSyncTasks,
    /// The image sync tasks of the host security service.
    ImageSyncTasks,
    /// The registries of one image sync task.
    ImageSyncTask(TaskId),
    /// The address of an image sync task whose ID cannot be one, and why.
    MalformedImageSyncTask(TextError),
    /// What was changed from this browser.
    Activity,
    /// An address that no page has.
    NotFound,
}

/// A part of an organization's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationTab {
    /// Its repositories.
    Repositories,
    /// Who has access to all of them.
    Permissions,
}

/// A part of a repository's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepositoryTab {
    /// Its tags.
    Tags,
    /// Who has access.
    Permissions,
    /// Where it is copied to.
    SyncTasks,
}

impl OrganizationTab {
    /// All, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Repositories, Self::Permissions];
}

impl RepositoryTab {
    /// All, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Tags, Self::Permissions, Self::SyncTasks];

    fn segment(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Permissions => "permissions",
            Self::SyncTasks => "sync-tasks",
        }
    }
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
    /// Whether both are tabs of one thing.
    #[must_use]
    pub fn is_part_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Organization(this, _), Self::Organization(that, _)) => this == that,
            (Self::Repository(organization, name, _), Self::Repository(of, other, _)) => {
                (organization, name) == (of, other)
            }
            _ => false,
        }
    }

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
            ["sync-tasks"] => Self::AllSyncTasks,
            ["containers", organization] => {
                organization_page(organization, OrganizationTab::Repositories)
            }
            // No repository is called so: `~` is in no name.
            ["containers", organization, "~permissions"] => {
                organization_page(organization, OrganizationTab::Permissions)
            }
            ["containers", organization, repository] => {
                repository_page(organization, repository, RepositoryTab::Permissions)
            }
            ["containers", organization, repository, segment] => {
                let tab = RepositoryTab::ALL
                    .into_iter()
                    .find(|tab| tab.segment() == *segment);
                tab.map_or(Self::NotFound, |tab| {
                    repository_page(organization, repository, tab)
                })
            }
            ["security-sync"] | ["security-sync", "tasks"] => Self::ImageSyncTasks,
            ["security-sync", "tasks", task_id] => match task_id.parse() {
                Ok(task_id) => Self::ImageSyncTask(task_id),
                Err(error) => Self::MalformedImageSyncTask(error),
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
            Self::Organization(organization, _) => Title::Name(organization.to_string()),
            Self::Repository(_, repository, _) => Title::Name(repository.to_string()),
            Self::AllSyncTasks => Title::Words(text::all_sync_tasks_title()),
            Self::ImageSyncTasks => Title::Words(text::frame_security_sync()),
            Self::ImageSyncTask(task_id) => Title::Name(task_id.to_string()),
            Self::MalformedImageSyncTask(_) => Title::Words(text::task_malformed()),
            Self::Activity => Title::Words(text::activity_title()),
            Self::NotFound => Title::Words(text::not_found_title()),
        }
    }

    /// The page above this one; following it to the end gives the breadcrumbs.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Organization(..) => Some(Self::Organizations),
            Self::Repository(organization, ..) => Some(Self::Organization(
                organization.clone(),
                OrganizationTab::Repositories,
            )),
            Self::ImageSyncTask(_) | Self::MalformedImageSyncTask(_) => Some(Self::ImageSyncTasks),
            Self::Organizations
            | Self::AllSyncTasks
            | Self::ImageSyncTasks
            | Self::Activity
            | Self::NotFound => None,
        }
    }

    /// Whether the page stands for an address that no page can have.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::NotFound | Self::MalformedImageSyncTask(_))
    }

    /// Whether the page shows what the host security service knows.
    #[must_use]
    pub fn is_of_security_service(&self) -> bool {
        matches!(self, Self::ImageSyncTasks | Self::ImageSyncTask(_))
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
            Self::Organization(organization, OrganizationTab::Repositories) => {
                write!(formatter, "containers/{organization}")
            }
            Self::Organization(organization, OrganizationTab::Permissions) => {
                write!(formatter, "containers/{organization}/~permissions")
            }
            Self::Repository(organization, repository, tab) => {
                let dollars = repository.as_str().replace('/', "$");
                let tab = tab.segment();
                write!(formatter, "containers/{organization}/{dollars}/{tab}")
            }
            Self::AllSyncTasks => formatter.write_str("sync-tasks"),
            Self::ImageSyncTasks | Self::MalformedImageSyncTask(_) => {
                formatter.write_str("security-sync")
            }
            Self::ImageSyncTask(task_id) => write!(formatter, "security-sync/tasks/{task_id}"),
            Self::Activity => formatter.write_str("activity"),
        }
    }
}

fn organization_page(organization: &str, tab: OrganizationTab) -> Route {
    match organization.parse() {
        Ok(organization) => Route::Organization(organization, tab),
        Err(_) => Route::NotFound,
    }
}

fn repository_page(organization: &str, repository: &str, tab: RepositoryTab) -> Route {
    match (organization.parse(), repository.replace('$', "/").parse()) {
        (Ok(organization), Ok(repository)) => Route::Repository(organization, repository, tab),
        _ => Route::NotFound,
    }
}
