//! Names of image repositories, and where a repository is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::carried::check_carried_segments;
use super::name_rule::NameRule;
use super::organization::OrganizationName;
use super::ruled::{TextError, ruled_text};

ruled_text!(
    /// An image repository of the shared edition: 1 to 128 characters, a lowercase letter or digit
    /// first and last, `.` `/` `_` `-` between, never two of them side by side except exactly two
    /// underscores. In a path each `/` is sent as `$`.
    RepositoryName,
    check_repository,
    check_carried_segments
);

fn check_repository(text: &str) -> Result<(), TextError> {
    NameRule::REPOSITORY.check(text)
}

/// A repository with its organization: `acme-web/shop/api` is `shop/api` of `acme-web`, because an
/// organization's name holds no `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RepositoryPath {
    /// Its organization.
    pub organization: OrganizationName,
    /// Its name there.
    pub name: RepositoryName,
}

impl RepositoryPath {
    /// The repository of this name in an organization.
    #[must_use]
    pub fn new(organization: OrganizationName, name: RepositoryName) -> Self {
        Self { organization, name }
    }

    /// The same from two texts that came from a service; `None` where no request can carry one.
    #[must_use]
    pub fn of(organization: &str, name: &str) -> Option<Self> {
        let organization = OrganizationName::listed(organization)?;
        Some(Self::new(organization, RepositoryName::listed(name)?))
    }

    /// The two names, in the order in which paths of the API have them.
    pub(crate) fn parameters(&self) -> [&str; 2] {
        [self.organization.as_str(), self.name.as_str()]
    }
}

fn parted(text: &str) -> (&str, &str) {
    text.split_once('/').unwrap_or((text, ""))
}

impl FromStr for RepositoryPath {
    type Err = TextError;

    /// Reads what a person has typed. An error counts the characters of the name that it is about.
    fn from_str(text: &str) -> Result<Self, TextError> {
        let (organization, name) = parted(text);
        Ok(Self::new(organization.parse()?, name.parse()?))
    }
}

impl TryFrom<String> for RepositoryPath {
    type Error = TextError;

    /// Reads what a service has listed or a record keeps.
    fn try_from(text: String) -> Result<Self, TextError> {
        let (organization, name) = parted(&text);
        let organization = organization.to_owned().try_into()?;
        Ok(Self::new(organization, name.to_owned().try_into()?))
    }
}

impl From<RepositoryPath> for String {
    fn from(path: RepositoryPath) -> Self {
        path.to_string()
    }
}

impl fmt::Display for RepositoryPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.organization, self.name)
    }
}
