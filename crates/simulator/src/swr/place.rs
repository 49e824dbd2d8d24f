//! The names that a path holds.

use cloud_api::{OrganizationName, RepositoryName};
use percent_encoding::percent_decode_str;

use crate::gateway::answer::Response;
use crate::gateway::refusal::unknown_path;

use super::refusal::refused;

/// Where a repository is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub organization: String,
    pub repository: String,
}

impl Place {
    /// Reads the two segments of a path.
    pub fn read(organization: &str, repository: &str) -> Result<Self, Response> {
        Ok(Self {
            organization: organization_name(organization)?,
            repository: repository_name(repository)?,
        })
    }
}

/// Reads the name of an organization out of a segment.
pub fn organization_name(segment: &str) -> Result<String, Response> {
    let text = unescaped(segment);
    // Some names that are listed are older than the rule for new ones.
    match OrganizationName::try_from(text.clone()) {
        Ok(name) => Ok(name.to_string()),
        Err(_) if text.contains('/') => Err(unknown_path()),
        Err(error) => Err(refused(
            400,
            "SVCSTG.SWR.4001028",
            &format!("Invalid organization name: {error}"),
        )),
    }
}

/// `$` and `%24` stand for a slash; a slash that arrives escaped is no known path (reference §3).
fn repository_name(segment: &str) -> Result<String, Response> {
    let text = unescaped(segment);
    if text.contains('/') {
        return Err(unknown_path());
    }
    match RepositoryName::try_from(text.replace('$', "/")) {
        Ok(name) => Ok(name.to_string()),
        Err(error) => Err(refused(
            400,
            "SVCSTG.SWR.4001029",
            &format!("Invalid repository name: {error}"),
        )),
    }
}

/// The text of a segment.
pub fn unescaped(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}
