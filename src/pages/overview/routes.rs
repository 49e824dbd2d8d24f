//! The addresses of the overview and of the lists behind its numbers.

use std::fmt;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// A page of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Everything at one look; the first page after signing in.
    Overview,
    /// What one of its numbers counts.
    List(List),
}

/// What a number of the overview counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Repositories from which everyone can pull.
    PublicRepositories,
    /// Grants on whole organizations.
    OrganizationGrants,
    /// Shares, each of one repository with one other account.
    SharedAccounts,
    /// Everybody with a grant.
    People,
    /// The repositories that one person reaches, by the ID of the person; untrusted text.
    Person(String),
    /// Repositories of which something could not be read.
    NotRead,
}

impl List {
    /// The lists of the whole account, in the order of the page.
    const ALL: [Self; 5] = [
        Self::PublicRepositories,
        Self::OrganizationGrants,
        Self::SharedAccounts,
        Self::People,
        Self::NotRead,
    ];

    /// What it is called.
    #[must_use]
    pub fn words(&self) -> Message {
        match self {
            Self::PublicRepositories => text::overview_public_title(),
            Self::OrganizationGrants => text::overview_grants_title(),
            Self::SharedAccounts => text::overview_shares_title(),
            Self::People => text::overview_people_title(),
            Self::Person(_) => text::overview_person_title(),
            Self::NotRead => text::overview_not_read_title(),
        }
    }

    /// What it is called where there is one.
    #[must_use]
    pub fn words_of_one(&self) -> Message {
        match self {
            Self::PublicRepositories => text::overview_public_title_one(),
            Self::OrganizationGrants => text::overview_grants_title_one(),
            Self::SharedAccounts => text::overview_shares_title_one(),
            Self::People | Self::Person(_) | Self::NotRead => self.words(),
        }
    }

    fn segment(&self) -> &'static str {
        match self {
            Self::PublicRepositories => "public-repositories",
            Self::OrganizationGrants => "organization-grants",
            Self::SharedAccounts => "shared-accounts",
            Self::People | Self::Person(_) => "people",
            Self::NotRead => "not-read",
        }
    }
}

impl Route {
    /// The page that the navigation leads to.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        vec![(Self::Overview, text::overview_title(), IconName::Home)]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [""] | ["index.html"] | ["overview"] => Self::Overview,
            ["overview", "people", person] => Self::List(List::Person((*person).to_owned())),
            ["overview", list] => {
                let mut lists = List::ALL.into_iter();
                Self::List(lists.find(|known| known.segment() == *list)?)
            }
            _ => return None,
        })
    }

    fn title(&self) -> Title {
        match self {
            Self::Overview => Title::Words(text::overview_title()),
            Self::List(List::Person(person)) => Title::Name(person.clone()),
            Self::List(list) => Title::Words(list.words()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Overview => None,
            Self::List(List::Person(_)) => Some(Self::List(List::People)),
            Self::List(_) => Some(Self::Overview),
        }
    }

    fn part(&self) -> Option<Message> {
        match self {
            // Its name is one of the cloud's, which stands in no title of a window.
            Self::List(list @ List::Person(_)) => Some(list.words()),
            Self::Overview | Self::List(_) => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("overview")?;
        let Self::List(list) = self else {
            return Ok(());
        };
        write!(formatter, "/{}", list.segment())?;
        match list {
            List::Person(person) => {
                write!(
                    formatter,
                    "/{}",
                    utf8_percent_encode(person, NON_ALPHANUMERIC)
                )
            }
            _ => Ok(()),
        }
    }
}
