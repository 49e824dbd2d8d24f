//! Levels of access and the lists that show who has which.

use serde::{Deserialize, Serialize};

use super::access_place::AccessPlace;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, Request, Response, UserId,
};

const SHOW_OF_ORGANIZATION: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/access",
    "ShowNamespaceAuth",
);
const SHOW_OF_REPOSITORY: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/access",
    "ShowUserRepositoryAuth",
);

/// A level that can be granted. Its number is the API's `auth` (reference §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub enum AccessLevel {
    /// 1: may pull.
    Read,
    /// 3: may pull and push.
    Edit,
    /// 7: may pull, push, delete and grant.
    Manage,
}

/// A number that is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no access level; the API knows 1 (read), 3 (edit) and 7 (manage)")]
pub struct UnknownLevel(pub i64);

impl AccessLevel {
    /// All levels, the least first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Edit, Self::Manage];

    /// The API's number.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Read => 1,
            Self::Edit => 3,
            Self::Manage => 7,
        }
    }
}

impl TryFrom<i64> for AccessLevel {
    type Error = UnknownLevel;

    fn try_from(number: i64) -> Result<Self, UnknownLevel> {
        Self::ALL
            .into_iter()
            .find(|level| level.number() == number)
            .ok_or(UnknownLevel(number))
    }
}

impl From<AccessLevel> for i64 {
    fn from(level: AccessLevel) -> Self {
        level.number()
    }
}

/// Reads who has access: `GET …/namespaces/{namespace}/access` of an organization (examples §1.7),
/// `GET …/repos/{repository}/access` of a repository (examples §1.12). Readers are refused with 403.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowAccess {
    /// On what.
    pub place: AccessPlace,
}

impl Operation for ShowAccess {
    type Output = AccessList;

    fn request(&self) -> Request {
        match &self.place {
            AccessPlace::Organization(organization) => {
                Request::new(&SHOW_OF_ORGANIZATION, &[organization.as_str()])
            }
            AccessPlace::Repository(repository) => {
                Request::new(&SHOW_OF_REPOSITORY, &repository.parameters())
            }
        }
    }

    fn collection(&self) -> Option<Collection> {
        Some(Collection::new(Kind::Grant, self.place.owner()))
    }

    fn decode(response: &Response) -> Result<AccessList, ApiError> {
        read_object(response, AccessList::read)
    }
}

/// Who has access to an organization or repository, as far as this call tells: administrators, the
/// account itself and IAM user groups are never listed (examples §0, rows 7 and 15).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessList {
    /// The caller's effective level; the caller need not have a row.
    pub self_auth: Option<AccessRow>,
    /// Who made the organization, by name, where the service tells; untrusted text.
    pub creator_name: String,
    others: Listed<AccessRow>,
}

/// Why the service lets nobody change or cancel a grant on an organization (examples §1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protected {
    /// It is that of whoever made the organization.
    Creator,
    /// It is the caller's own.
    Oneself,
}

impl AccessList {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        Self {
            self_auth: fields.object("self_auth").map(AccessRow::read),
            creator_name: fields.text("creator_name"),
            others: fields.rows("others_auths", AccessRow::read),
        }
    }

    /// Direct grants; can contain the caller.
    #[must_use]
    pub fn grants(&self) -> &[AccessRow] {
        &self.others
    }

    /// Whether the row is the caller's own, as this answer tells.
    #[must_use]
    pub fn is_of_caller(&self, row: &AccessRow) -> bool {
        let caller = self.self_auth.as_ref();
        caller.is_some_and(|caller| !row.user_id.is_empty() && caller.user_id == row.user_id)
    }

    /// Why nobody changes or cancels a grant on this place, as far as the answer tells: it names the
    /// creator without an ID, and only that of an organization is protected.
    #[must_use]
    pub fn protection(&self, place: &AccessPlace, row: &AccessRow) -> Option<Protected> {
        let AccessPlace::Organization(_) = place else {
            return None;
        };
        let is_creator = !self.creator_name.is_empty() && row.user_name == self.creator_name;
        if self.is_of_caller(row) {
            Some(Protected::Oneself)
        } else {
            let may_manage = row.level() == Some(AccessLevel::Manage);
            (is_creator && may_manage).then_some(Protected::Creator)
        }
    }

    /// How many direct grants the answer had that could not be read.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.others.left_out
    }
}

/// One user's row in an access list, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessRow {
    /// The user's ID; untrusted text.
    pub user_id: String,
    /// The user's name; untrusted text, can be stale or empty for a deleted user.
    pub user_name: String,
    /// The level's number, where the service tells; not always one that is known.
    pub auth: Option<i64>,
}

impl AccessRow {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            user_id: fields.text("user_id"),
            user_name: fields.text("user_name"),
            auth: fields.number("auth"),
        }
    }

    /// The ID, where a request can carry it; only then can the grant be cancelled.
    #[must_use]
    pub fn user(&self) -> Option<UserId> {
        UserId::listed(&self.user_id)
    }

    /// The level, where it is a known one.
    #[must_use]
    pub fn level(&self) -> Option<AccessLevel> {
        self.auth?.try_into().ok()
    }

    /// The grant that would give this row back; `None` when no request can carry its ID or level.
    #[must_use]
    pub fn grant(&self) -> Option<Grant> {
        Some(Grant::new(
            self.user()?,
            Some(&self.user_name),
            self.level()?,
        ))
    }
}

/// One user's grant, as it is sent. All three fields are mandatory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Who.
    pub user_id: UserId,
    /// The user's name; where nobody knows it, the ID stands in its place.
    pub user_name: String,
    /// Which level.
    pub auth: AccessLevel,
}

impl Grant {
    /// A grant; a missing or blank name is replaced by the ID, because the API refuses an empty one.
    #[must_use]
    pub fn new(user_id: UserId, user_name: Option<&str>, auth: AccessLevel) -> Self {
        let user_name = match user_name.map(str::trim) {
            None | Some("") => user_id.to_string(),
            Some(name) => name.to_owned(),
        };
        Self {
            user_id,
            user_name,
            auth,
        }
    }
}

/// The row that a list shows once the grant is there.
impl From<&Grant> for AccessRow {
    fn from(grant: &Grant) -> Self {
        Self {
            user_id: grant.user_id.to_string(),
            user_name: grant.user_name.clone(),
            auth: Some(grant.auth.number()),
        }
    }
}
