//! Who has access to a whole organization: read, add, change, cancel.

use serde::{Deserialize, Serialize};

use super::access::{AccessList, Grant};
use super::access_write::{AccessChange, AccessPlace, AccessWrite, WritesAccess};
use crate::request::Method;
use crate::{ApiError, Operation, OrganizationName, Request, Response, UserId};

/// Reads who has access to an organization: `GET …/namespaces/{namespace}/access` (examples §1.7).
/// Readers are refused with 403.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowOrganizationAccess {
    /// Which.
    pub organization: OrganizationName,
}

impl Operation for ShowOrganizationAccess {
    type Output = AccessList;

    fn request(&self) -> Request {
        let place = AccessPlace::Organization(&self.organization);
        Request::swr(Method::Get, place.path())
    }

    fn decode(response: &Response) -> Result<AccessList, ApiError> {
        AccessList::decode(response)
    }
}

/// Grants users access to everything in an organization: `POST …/access`, answered with **200**
/// (examples §1.8). Needs the level manage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOrganizationAccess {
    /// On which organization.
    pub organization: OrganizationName,
    /// To whom, and at which level.
    pub grants: Vec<Grant>,
}

/// Changes levels: `PATCH …/access`, answered with 201 (examples §1.8). Never done by cancelling and
/// adding, which would leave a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOrganizationAccess {
    /// On which organization.
    pub organization: OrganizationName,
    /// Of whom, and to which level.
    pub grants: Vec<Grant>,
}

/// Cancels grants: `DELETE …/access` with an array of user IDs, answered with 204 (examples §1.8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelOrganizationAccess {
    /// On which organization.
    pub organization: OrganizationName,
    /// Whose.
    pub users: Vec<UserId>,
}

impl WritesAccess for AddOrganizationAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Organization(&self.organization),
            change: AccessChange::Add(&self.grants),
        }
    }
}

impl WritesAccess for ChangeOrganizationAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Organization(&self.organization),
            change: AccessChange::Change(&self.grants),
        }
    }
}

impl WritesAccess for CancelOrganizationAccess {
    fn access(&self) -> AccessWrite<'_> {
        AccessWrite {
            place: AccessPlace::Organization(&self.organization),
            change: AccessChange::Cancel(&self.users),
        }
    }
}
