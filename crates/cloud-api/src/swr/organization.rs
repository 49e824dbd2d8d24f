//! Organizations, which hold repositories.

use serde::{Deserialize, Serialize};

use super::access::AccessLevel;
use super::access_write::{AccessChange, AccessPlace, restorable};
use super::presence;
use crate::fields::{Fields, read_object};
use crate::inverse::{Before, Inverse, Loss};
use crate::request::Method;
use crate::terraform::{Resource, Standing};
use crate::write::Write;
use crate::{
    ApiError, Judgement, Meaning, Mutation, NotSent, Operation, OrganizationName, Request,
    Response, Subject, body, path,
};

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
    /// Number of the caller's level; 0 where only a repository is granted.
    pub auth: i64,
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
            auth: fields.number("auth").unwrap_or_default(),
            repo_count: fields.count("repo_count"),
            access_user_count: fields.count("access_user_count"),
        }
    }

    /// The caller's level, where it is a known one.
    #[must_use]
    pub fn level(&self) -> Option<AccessLevel> {
        self.auth.try_into().ok()
    }
}

impl Operation for ListOrganizations {
    type Output = Vec<Organization>;

    fn request(&self) -> Request {
        let request = Request::swr(Method::Get, path::ORGANIZATIONS.to_owned());
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
        read_object(response, |answer| {
            let rows = answer.objects("namespaces");
            rows.map(Organization::read).collect()
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
        Request::swr(Method::Get, path::organization(&self.organization))
    }

    fn decode(response: &Response) -> Result<Organization, ApiError> {
        read_object(response, Organization::read)
    }
}

/// Creates an organization: `POST /v2/manage/namespaces`, answered with 201 (examples §2.12). The
/// name is unique in the region across all customers: 409 `4090060` may mean somebody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateOrganization {
    /// Its name.
    pub organization: OrganizationName,
}

impl Write for CreateOrganization {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        struct Body<'a> {
            namespace: &'a OrganizationName,
        }
        let content = Body {
            namespace: &self.organization,
        };
        let request = Request::swr(Method::Post, path::ORGANIZATIONS.to_owned());
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization)
    }

    fn read_back(&self) -> Request {
        show(&self.organization)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        match presence::of(read_back) {
            // Whoever creates an organization may read it: this one is somebody else's.
            Err(error) if error.meaning() == Some(Meaning::NoRight) => Judgement::NotApplied,
            found => presence::judge(found, true),
        }
    }

    fn inverse(&self, before: &Before) -> Inverse {
        let delete = DeleteOrganization {
            organization: self.organization.clone(),
        };
        Inverse::of_creation(Mutation::DeleteOrganization(delete), before)
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let organization = self.organization.clone();
        Some((Resource::Organization { organization }, Standing::New))
    }
}

/// Deletes an organization without repositories: `DELETE /v2/manage/namespaces/{namespace}`,
/// answered with 204, or 406 `4060074` while it holds any (examples §2.12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteOrganization {
    /// Which.
    pub organization: OrganizationName,
}

impl Write for DeleteOrganization {
    fn request(&self) -> Result<Request, NotSent> {
        let path = path::organization(&self.organization);
        Ok(Request::swr(Method::Delete, path))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization)
    }

    fn read_back(&self) -> Request {
        show(&self.organization)
    }

    fn judge(&self, _subject: &Subject, read_back: &Response) -> Judgement {
        presence::judge(presence::of(read_back), false)
    }

    fn is_removal(&self) -> bool {
        true
    }

    /// Creates it again with the grants that were read. The caller needs none: who creates an
    /// organization manages it.
    fn inverse(&self, before: &Before) -> Inverse {
        let create = CreateOrganization {
            organization: self.organization.clone(),
        };
        let mut calls = vec![Mutation::CreateOrganization(create)];
        let grants = match before {
            Before::Grants { caller, rows } => {
                let others = rows.iter().filter(|row| row.user_id != caller.as_str());
                let (grants, lost) = restorable(others, caller);
                if !grants.is_empty() {
                    let place = AccessPlace::Organization(&self.organization);
                    calls.push(place.mutation(AccessChange::Add(&grants)));
                }
                Some(lost)
            }
            Before::Nothing | Before::Absent | Before::Repository(_) | Before::SyncTasks(_) => None,
        };
        Inverse::of(calls, Some(Loss::Organization { grants }))
    }
}

fn subjects(organization: &OrganizationName) -> Vec<Subject> {
    let organization = organization.clone();
    vec![Subject::Organization { organization }]
}

fn show(organization: &OrganizationName) -> Request {
    let organization = organization.clone();
    ShowOrganization { organization }.request()
}
