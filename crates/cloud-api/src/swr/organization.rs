//! Organizations, which hold repositories.

use serde::Deserialize;

use super::access::{AccessLevel, AccessList};
use crate::request::Method;
use crate::{ApiError, Operation, OrganizationName, Request, Response, body, path};

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub struct Organization {
    /// The name; untrusted text.
    #[serde(default)]
    pub name: String,
    /// Who made it; untrusted text.
    #[serde(default)]
    pub creator_name: String,
    /// Number of the caller's level; 0 where only a repository is granted.
    #[serde(default)]
    pub auth: i64,
    /// Number of repositories, where the service tells.
    #[serde(default)]
    pub repo_count: Option<u64>,
    /// Number of users with a grant, where the service tells.
    #[serde(default)]
    pub access_user_count: Option<u64>,
}

impl Organization {
    /// The caller's level, where it is a known one.
    #[must_use]
    pub fn level(&self) -> Option<AccessLevel> {
        self.auth.try_into().ok()
    }
}

impl Operation for ListOrganizations {
    type Output = Vec<Organization>;

    fn request(&self) -> Request {
        let request = Request::swr(Method::Get, "/v2/manage/namespaces".to_owned());
        match (self.visibility, &self.name) {
            (Visibility::Granted, None) => request,
            (Visibility::Granted, Some(name)) => request.with_query("namespace", name.as_str()),
            (Visibility::Visible, None) => request.with_query("filter", "mode::visible"),
            (Visibility::Visible, Some(name)) => {
                request.with_query("filter", format!("namespace::{name}|mode::visible"))
            }
        }
    }

    fn decode(response: &Response) -> Result<Vec<Organization>, ApiError> {
        #[derive(Deserialize)]
        struct Body {
            #[serde(default)]
            namespaces: Option<Vec<Organization>>,
        }
        let body: Body = body::decode_object(response)?;
        Ok(body.namespaces.unwrap_or_default())
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
        Request::swr(Method::Get, path::organization(&self.organization))
    }

    fn decode(response: &Response) -> Result<Organization, ApiError> {
        body::decode_object(response)
    }
}

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
        Request::swr(
            Method::Get,
            format!("{}/access", path::organization(&self.organization)),
        )
    }

    fn decode(response: &Response) -> Result<AccessList, ApiError> {
        body::decode_object(response)
    }
}
