//! Organizations, which hold repositories.

use super::access::AccessLevel;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, OrganizationName, Owner,
    Request, Response,
};

const LIST: Endpoint = Endpoint::swr(Method::Get, "/v2/manage/namespaces", "ListNamespaces");
const SHOW: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}",
    "ShowNamespace",
);

/// Which organizations a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Those that the caller has a grant on.
    Granted,
    /// Also those where the caller has a grant on a repository only.
    Visible,
}

/// Reads the organizations: `GET /v2/manage/namespaces` (examples §1.5). Not paged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOrganizations {
    /// Which to show.
    pub visibility: Visibility,
    /// Only this one.
    pub name: Option<OrganizationName>,
}

/// An organization, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Organization {
    /// The name; untrusted text.
    pub name: String,
    /// Who made it; untrusted text.
    pub creator_name: String,
    /// Number of the caller's level, where the service tells; 0 where only a repository is granted.
    pub auth: Option<i64>,
    /// Number of repositories, where the service tells.
    pub repo_count: Option<u64>,
    /// Number of users with a grant, where the service tells.
    pub access_user_count: Option<u64>,
}

impl Organization {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            name: fields.text("name"),
            creator_name: fields.text("creator_name"),
            auth: fields.number("auth"),
            repo_count: fields.count("repo_count"),
            access_user_count: fields.count("access_user_count"),
        }
    }

    /// The caller's level, where it is a known one.
    #[must_use]
    pub fn level(&self) -> Option<AccessLevel> {
        self.auth?.try_into().ok()
    }
}

impl Operation for ListOrganizations {
    type Output = Listed<Organization>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[]);
        match (self.visibility, &self.name) {
            (Visibility::Granted, None) => request,
            (Visibility::Granted, Some(name)) => request.with_query("namespace", name.as_str()),
            (Visibility::Visible, None) => request.with_query("filter", "mode::visible"),
            (Visibility::Visible, Some(name)) => {
                request.with_query("filter", format!("namespace::{name}|mode::visible"))
            }
        }
    }

    fn collection(&self) -> Option<Collection> {
        Some(Collection::new(Kind::Organization, Owner::Account))
    }

    fn decode(response: &Response) -> Result<Listed<Organization>, ApiError> {
        read_object(response, |answer| {
            answer.rows("namespaces", Organization::read)
        })
    }
}

/// Reads one organization: `GET /v2/manage/namespaces/{namespace}` (examples §1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowOrganization {
    /// Which.
    pub organization: OrganizationName,
}

impl Operation for ShowOrganization {
    type Output = Organization;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.organization.as_str()])
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Organization(self.organization.clone());
        Some(Collection::new(Kind::Organization, of))
    }

    fn decode(response: &Response) -> Result<Organization, ApiError> {
        read_object(response, Organization::read)
    }
}
