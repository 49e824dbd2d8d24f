//! What may still give access after it was taken away.

use serde::{Deserialize, Serialize};

/// A way in that a change leaves open, as it was read just before the change was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Remaining {
    /// The repository is public: everyone may pull from it.
    Everyone,
    /// This person keeps a level through the organization.
    ThroughOrganization {
        /// The name under which the person was seen; untrusted text.
        name: String,
        /// The level's number, as the service gave it; `None` where it did not.
        level: Option<i64>,
    },
    /// This person keeps a level that the place itself gives.
    Directly {
        /// The name under which the person was seen; untrusted text.
        name: String,
        /// The level's number, as the service gave it; `None` where it did not.
        level: Option<i64>,
    },
    /// The repository is shared with another account, whose users may pull from it.
    SharedAccount {
        /// The account's name; untrusted text.
        account: String,
    },
    /// Creators, administrators and IAM user groups, whom the access list of an organization need
    /// not name.
    NotListedOfOrganization,
    /// Administrators and IAM user groups, whom the access list of a repository does not name.
    NotListedOfRepository,
}
