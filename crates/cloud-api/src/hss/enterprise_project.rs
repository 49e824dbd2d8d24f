//! Enterprise projects, by which an account parts its assets.

use super::identifier::check_identifier;
use crate::text::ruled::ruled_text;
use crate::{Request, TextError};

ruled_text!(
    /// An enterprise project, by ID: 1 to 256 letters, digits, `-`, `_` and `.`.
    EnterpriseProjectId,
    check_enterprise_project_id
);

fn check_enterprise_project_id(text: &str) -> Result<(), TextError> {
    check_identifier(text, 256)
}

/// Of which enterprise projects HSS shall tell. Users restricted to one are refused the default.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub enum EnterpriseProject {
    /// The default one, `0`; what the API takes when nothing is sent, so nothing is.
    #[default]
    Default,
    /// All that the caller was granted, `all_granted_eps`.
    All,
    /// One.
    Id(EnterpriseProjectId),
}

impl EnterpriseProject {
    const DEFAULT: &str = "0";
    const ALL: &str = "all_granted_eps";

    /// The API's own text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Default => Self::DEFAULT,
            Self::All => Self::ALL,
            Self::Id(id) => id.as_str(),
        }
    }

    /// Adds the query parameter where it is needed.
    pub(super) fn join(&self, request: Request) -> Request {
        match self {
            Self::Default => request,
            Self::All | Self::Id(_) => request.with_query("enterprise_project_id", self.as_str()),
        }
    }
}

impl std::str::FromStr for EnterpriseProject {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        match text {
            Self::DEFAULT => Ok(Self::Default),
            Self::ALL => Ok(Self::All),
            id => id.parse().map(Self::Id),
        }
    }
}

impl TryFrom<String> for EnterpriseProject {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        text.parse()
    }
}

impl From<EnterpriseProject> for String {
    fn from(enterprise_project: EnterpriseProject) -> Self {
        enterprise_project.as_str().to_owned()
    }
}

impl std::fmt::Display for EnterpriseProject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}
