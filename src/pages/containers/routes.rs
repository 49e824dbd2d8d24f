//! The addresses of the pages about container images.

use std::fmt;

use cloud_api::{Kind, OrganizationName, RepositoryPath, Service, Subject};
use config::Place;

use crate::i18n::{Message, text};
use crate::route::container_images::{
    ACCESS, ORGANIZATIONS, SHARED_ACCOUNTS, SYNC_TASKS, access_to_organization, organization,
    repository, sync_tasks,
};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// A page about container images.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All organizations of the account.
    Organizations,
    /// One organization, by the tab that is open.
    Organization(OrganizationName, OrganizationTab),
    /// One repository, by the tab that is open.
    Repository(RepositoryPath, RepositoryTab),
    /// The sync tasks of all repositories.
    AllSyncTasks,
}

/// A part of an organization's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationTab {
    /// Its repositories.
    Repositories,
    /// Who has access to all of them.
    Access,
}

/// A part of a repository's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepositoryTab {
    /// Its tags.
    Tags,
    /// Who has access.
    Access,
    /// Where it is copied to.
    SyncTasks,
    /// Which other accounts can pull from it.
    SharedAccounts,
}

impl OrganizationTab {
    /// All, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Repositories, Self::Access];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::Repositories => text::repositories_title(),
            Self::Access => text::access_title(),
        }
    }
}

impl RepositoryTab {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::Tags,
        Self::Access,
        Self::SyncTasks,
        Self::SharedAccounts,
    ];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::Tags => text::tags_title(),
            Self::Access => text::access_title(),
            Self::SyncTasks => text::sync_tasks_title(),
            Self::SharedAccounts => text::shared_accounts_title(),
        }
    }

    fn segment(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Access => ACCESS,
            Self::SyncTasks => SYNC_TASKS,
            Self::SharedAccounts => SHARED_ACCOUNTS,
        }
    }
}

impl Route {
    /// The pages that the navigation leads to, under the words and icons that it has for them.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        vec![
            (
                Self::Organizations,
                text::frame_container_images(),
                IconName::Images,
            ),
            (
                Self::AllSyncTasks,
                text::all_sync_tasks_title(),
                IconName::Copies,
            ),
        ]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            ["containers"] => Self::Organizations,
            ["sync-tasks"] => Self::AllSyncTasks,
            ["containers", organization] => Self::Organization(
                OrganizationName::listed(organization)?,
                OrganizationTab::Repositories,
            ),
            // A repository of this name has the name of a tab behind it.
            ["containers", organization, "~permissions"] => Self::Organization(
                OrganizationName::listed(organization)?,
                OrganizationTab::Access,
            ),
            ["containers", organization, parts @ ..] => repository_page(organization, parts)?,
            _ => return None,
        })
    }

    fn title(&self) -> Title {
        match self {
            Self::Organizations => Title::Words(text::organizations_title()),
            Self::Organization(organization, _) => Title::Name(organization.to_string()),
            Self::Repository(repository, _) => Title::Name(repository.name.to_string()),
            Self::AllSyncTasks => Title::Words(text::all_sync_tasks_title()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Organization(..) => Some(Self::Organizations),
            Self::Repository(repository, _) => Some(Self::Organization(
                repository.organization.clone(),
                OrganizationTab::Repositories,
            )),
            Self::Organizations | Self::AllSyncTasks => None,
        }
    }

    fn about(subject: &Subject) -> Option<Self> {
        let (kind, organization) = (subject.kind, subject.organization());
        if kind == Kind::Organization {
            return Some(Self::Organizations);
        }
        let organization = organization?.clone();
        let Some(repository) = subject.repository().filter(|_| kind != Kind::Repository) else {
            let tab = match kind {
                Kind::Grant => OrganizationTab::Access,
                _ => OrganizationTab::Repositories,
            };
            return Some(Self::Organization(organization, tab));
        };
        let tab = match kind {
            Kind::Grant => RepositoryTab::Access,
            Kind::SharedAccount => RepositoryTab::SharedAccounts,
            Kind::SyncTask | Kind::ManualSync => RepositoryTab::SyncTasks,
            _ => RepositoryTab::Tags,
        };
        Some(Self::Repository(repository.clone(), tab))
    }

    fn part(&self) -> Option<Message> {
        match self {
            Self::Organization(_, tab) => Some(tab.words()),
            Self::Repository(_, tab) => Some(tab.words()),
            Self::Organizations | Self::AllSyncTasks => None,
        }
    }

    fn is_offered(&self, place: Place) -> bool {
        match self {
            Self::AllSyncTasks | Self::Repository(_, RepositoryTab::SyncTasks) => {
                place.has(Service::Swr) && place.has_image_sync()
            }
            Self::Organizations | Self::Organization(..) | Self::Repository(..) => {
                place.has(Service::Swr)
            }
        }
    }

    fn is_part_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Organization(this, _), Self::Organization(that, _)) => this == that,
            (Self::Repository(this, _), Self::Repository(that, _)) => this == that,
            _ => false,
        }
    }
}

/// In an address each `/` of a repository's name is a `$`; one that was typed with slashes leads there
/// too. What ends in the name of a tab is that tab.
fn repository_page(organization: &str, parts: &[&str]) -> Option<Route> {
    let (last, before) = parts.split_last()?;
    let mut tabs = RepositoryTab::ALL.into_iter();
    let tab = tabs.find(|tab| tab.segment() == *last && !before.is_empty());
    let (name, tab) = match tab {
        Some(tab) => (before, tab),
        None => (parts, RepositoryTab::Access),
    };
    let name = name.join("/").replace('$', "/");
    Some(Route::Repository(
        RepositoryPath::of(organization, &name)?,
        tab,
    ))
}

/// The sync tasks to one region; untrusted text.
#[must_use]
pub fn tasks_to(region: &str) -> String {
    sync_tasks(&[("region", region)])
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organizations => formatter.write_str(ORGANIZATIONS),
            Self::Organization(name, OrganizationTab::Repositories) => {
                formatter.write_str(&organization(name))
            }
            Self::Organization(name, OrganizationTab::Access) => {
                formatter.write_str(&access_to_organization(name))
            }
            Self::Repository(place, tab) => formatter.write_str(&repository(place, tab.segment())),
            Self::AllSyncTasks => formatter.write_str(SYNC_TASKS),
        }
    }
}
