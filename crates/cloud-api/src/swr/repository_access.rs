//! Who has access to a repository directly: read, add, change, cancel.

use serde::{Deserialize, Serialize};

use super::access::{AccessList, Grant};
use super::access_write::{AccessChange, AccessPlace, AccessWrite, WritesAccess};
use crate::request::Method;
use crate::{ApiError, Operation, OrganizationName, RepositoryName, Request, Response, UserId};

/// Reads the direct grants on a repository: `GET …/repos/{repository}/access` (examples §1.12).
/// What the organization gives is not repeated here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowRepositoryAccess {
    /// Its organization.
    pub organization: OrganizationName,
    /// Which.
    pub repository: RepositoryName,
}

impl Operation for ShowRepositoryAccess {
    type Output = AccessList;

    fn request(&self) -> Request {
        let place = AccessPlace::Repository(&self.organization, &self.repository);
        Request::swr(Method::Get, place.path())
    }

    fn decode(response: &Response) -> Result<AccessList, ApiError> {
        AccessList::decode(response)
    }
}

/// Grants users access: `POST …/access`, answered with 201 (examples §1.13). Nobody can grant to
/// themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddRepositoryAccess {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// On which repository.
    pub repository: RepositoryName,
    /// To whom, and at which level.
    pub grants: Vec<Grant>,
}

/// Changes levels: `PATCH …/access`, answered with 201 (examples §1.13). Never done by cancelling
/// and adding, which would leave a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRepositoryAccess {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// On which repository.
    pub repository: RepositoryName,
    /// Of whom, and to which level.
    pub grants: Vec<Grant>,
}

/// Cancels grants: `DELETE …/access` with an array of user IDs, answered with 204 (seed page on
/// cancelling image permissions).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelRepositoryAccess {
    /// The repository's organization.
    pub organization: OrganizationName,
    /// On which repository.
    pub repository: RepositoryName,
    /// Whose.
    pub users: Vec<UserId>,
}

impl WritesAccess for AddRepositoryAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Repository(&self.organization, &self.repository),
            change: AccessChange::Add(&self.grants),
        }
    }
}

impl WritesAccess for ChangeRepositoryAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Repository(&self.organization, &self.repository),
            change: AccessChange::Change(&self.grants),
        }
    }
}

impl WritesAccess for CancelRepositoryAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Repository(&self.organization, &self.repository),
            change: AccessChange::Cancel(&self.users),
        }
    }
}
