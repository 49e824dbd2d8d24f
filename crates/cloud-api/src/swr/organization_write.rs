//! Making and deleting organizations.

use serde::{Deserialize, Serialize};

use super::access::{AccessList, ShowAccess};
use super::access_place::AccessPlace;
use super::access_write::{GrantAccess, restorable};
use super::organization::ShowOrganization;
use super::presence;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::wire::fields::read_object;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Kind, Loss, Meaning, Method, NotSent, Operation,
    OrganizationName, Owner, Request, Response, Subject,
};

const CREATE: Endpoint = Endpoint::swr(Method::Post, "/v2/manage/namespaces", "CreateNamespace");
const DELETE: Endpoint = Endpoint::swr(
    Method::Delete,
    "/v2/manage/namespaces/{namespace}",
    "DeleteNamespaces",
);

/// Creates an organization: `POST /v2/manage/namespaces`, answered with 201 (examples §2.12). The
/// name is unique in the region across all customers: 409 `4090060` may mean somebody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateOrganization {
    /// Its name.
    pub organization: OrganizationName,
}

impl<M: From<DeleteOrganization>> Write<M> for CreateOrganization {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        struct Body<'a> {
            namespace: &'a OrganizationName,
        }
        let content = Body {
            namespace: &self.organization,
        };
        Ok(Request::new(&CREATE, &[]).with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization)
    }

    fn read_back(&self) -> Request {
        show(&self.organization)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        match presence::of(subject, read_back) {
            // Whoever creates an organization may read it: this one is somebody else's.
            Err(error) if error.meaning() == Some(Meaning::NoRight) => Judgement::NotApplied,
            found => presence::judge(found, true),
        }
    }

    /// Grants go with an organization; one that holds repositories is not deleted by the service.
    fn look(&self) -> Request {
        let place = AccessPlace::Organization(self.organization.clone());
        ShowAccess { place }.request()
    }

    fn are_as_left(
        &self,
        _subjects: &[Subject],
        _before: &Before,
        look: &Response,
    ) -> Vec<Judgement> {
        vec![match others_in(look) {
            Ok(false) => Judgement::Applied,
            Ok(true) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }]
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let delete = DeleteOrganization {
            organization: self.organization.clone(),
        };
        Inverse::of_creation(delete.into(), before)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.organization)
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

impl<M: From<CreateOrganization> + From<GrantAccess>> Write<M> for DeleteOrganization {
    fn request(&self) -> Result<Request, NotSent> {
        Ok(Request::new(&DELETE, &[self.organization.as_str()]))
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.organization)
    }

    fn read_back(&self) -> Request {
        show(&self.organization)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        presence::judge(presence::of(subject, read_back), false)
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    /// Creates it again with the grants that were read. The caller needs none: who creates an
    /// organization manages it.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let create = CreateOrganization {
            organization: self.organization.clone(),
        };
        let mut calls = vec![M::from(create)];
        let grants = match before {
            Before::Grants { caller, rows } => {
                let others = rows.iter().filter(|row| row.user_id != caller.as_str());
                let (grants, lost) = restorable(others, caller);
                if !grants.is_empty() {
                    let place = AccessPlace::Organization(self.organization.clone());
                    calls.push(GrantAccess { place, grants }.into());
                }
                Some(lost)
            }
            _ => None,
        };
        Inverse::of(calls, Some(Loss::Organization { grants }))
    }

    /// Its grants go with it.
    fn changes(&self) -> Vec<Collection> {
        let mut changed = changes(&self.organization);
        let of = Owner::Organization(self.organization.clone());
        changed.push(Collection::new(Kind::Grant, of));
        changed
    }
}

fn subjects(organization: &OrganizationName) -> Vec<Subject> {
    vec![Subject::of_organization(organization)]
}

fn changes(organization: &OrganizationName) -> Vec<Collection> {
    let of = Owner::Organization(organization.clone());
    vec![Collection::new(Kind::Organization, of)]
}

fn show(organization: &OrganizationName) -> Request {
    let organization = organization.clone();
    ShowOrganization { organization }.request()
}

/// Whether anybody but the caller has a grant, by the organization's access list.
fn others_in(look: &Response) -> Result<bool, ApiError> {
    let list = read_object(look, |fields| {
        if !fields.has("others_auths") {
            fields.spoil("others_auths");
        }
        AccessList::read(fields)
    })?;
    let caller = list.self_auth.as_ref().map(|row| row.user_id.as_str());
    let mut grants = list.grants().iter();
    Ok(list.left_out() > 0 || grants.any(|row| Some(row.user_id.as_str()) != caller))
}
