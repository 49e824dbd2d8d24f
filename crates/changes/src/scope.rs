//! In whose name, and where, a change is made.

use serde::{Deserialize, Serialize};

/// Cloud, region, project and user. A change goes on only under the same ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The name of the cloud among those that the console is set up for.
    pub cloud: String,
    /// The region, such as `eu-de`.
    pub region: String,
    /// The project whose credential is sent.
    pub project_id: String,
    /// The user who confirmed.
    pub user_id: String,
}

impl Scope {
    /// Whether both are of one person, in whichever region and project.
    #[must_use]
    pub fn is_of_person(&self, other: &Self) -> bool {
        self.cloud == other.cloud && self.user_id == other.user_id
    }
}
