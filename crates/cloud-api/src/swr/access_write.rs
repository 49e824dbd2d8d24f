//! Writes of grants, the same for organizations and repositories but for where they go.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::access::{AccessRow, Grant, ShowAccess};
use super::access_judgement::ReadBack;
use super::access_place::AccessPlace;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    Before, Collection, Endpoint, Kind, Loss, LostBecause, LostGrant, Method, NotSent, Operation,
    Request, Response, Subject, UserId, Why,
};

/// The same write on organizations and on repositories.
struct Endpoints {
    of_organization: Endpoint,
    of_repository: Endpoint,
}

const OF_ORGANIZATION: &str = "/v2/manage/namespaces/{namespace}/access";
const OF_REPOSITORY: &str = "/v2/manage/namespaces/{namespace}/repos/{repository}/access";

const GRANT: Endpoints = Endpoints {
    of_organization: Endpoint::swr(Method::Post, OF_ORGANIZATION, "CreateNamespaceAuth"),
    of_repository: Endpoint::swr(Method::Post, OF_REPOSITORY, "CreateUserRepositoryAuth"),
};
const CHANGE: Endpoints = Endpoints {
    of_organization: Endpoint::swr(Method::Patch, OF_ORGANIZATION, "UpdateNamespaceAuth"),
    of_repository: Endpoint::swr(Method::Patch, OF_REPOSITORY, "UpdateUserRepositoryAuth"),
};
const REMOVE: Endpoints = Endpoints {
    of_organization: Endpoint::swr(Method::Delete, OF_ORGANIZATION, "DeleteNamespaceAuth"),
    of_repository: Endpoint::swr(Method::Delete, OF_REPOSITORY, "DeleteUserRepositoryAuth"),
};

/// Gives users access who have none yet: `POST …/access`, answered with 200 for an organization,
/// with 201 for a repository (examples §1.8, §1.13). Nobody can grant to themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantAccess {
    /// On what.
    pub place: AccessPlace,
    /// To whom, and at which level.
    pub grants: Vec<Grant>,
}

/// Changes levels of users who have a grant: `PATCH …/access`, answered with 201 (examples §1.8,
/// §1.13). Never done by removing and granting, which would leave a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeAccess {
    /// On what.
    pub place: AccessPlace,
    /// Of whom, and to which level.
    pub grants: Vec<Grant>,
}

/// Takes grants away: `DELETE …/access` with an array of user IDs, answered with 204 (examples §1.8,
/// seed page on cancelling image permissions).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveAccess {
    /// On what.
    pub place: AccessPlace,
    /// Whose.
    pub users: Vec<UserId>,
}

impl<M: From<GrantAccess> + From<RemoveAccess>> Write<M> for GrantAccess {
    fn request(&self) -> Result<Request, NotSent> {
        request(&GRANT, &self.place, &self.grants)
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.place, users_of(&self.grants))
    }

    fn part(&self, wanted: &BTreeSet<&Subject>) -> Option<M> {
        let grants = granted_among(&self.place, &self.grants, wanted);
        grant(&self.place, grants)
    }

    fn read_back(&self) -> Request {
        show(&self.place)
    }

    fn may_name_protected(&self) -> bool {
        true
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        let mut judged = ReadBack::of(read_back).granted(&self.grants, &[subject]);
        judged.pop().unwrap_or(Judgement::NotApplied)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        _before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        ReadBack::of(read_back).granted(&self.grants, subjects)
    }

    /// Removes those who had none before.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::Grants { rows, .. } = before else {
            return Inverse::None(Why::NotRead);
        };
        let users: Vec<UserId> = users_of(&self.grants)
            .filter(|user| row_of(rows, user).is_none())
            .cloned()
            .collect();
        Inverse::of(remove(&self.place, users).into_iter().collect(), None)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.place)
    }

    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        described(&self.place, before, |users| {
            users.retain(|row| !self.grants.iter().any(|grant| is_of(row, &grant.user_id)));
            users.extend(self.grants.iter().map(AccessRow::from));
        })
    }
}

impl<M: From<ChangeAccess>> Write<M> for ChangeAccess {
    fn request(&self) -> Result<Request, NotSent> {
        request(&CHANGE, &self.place, &self.grants)
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.place, users_of(&self.grants))
    }

    fn part(&self, wanted: &BTreeSet<&Subject>) -> Option<M> {
        self.with(granted_among(&self.place, &self.grants, wanted))
    }

    fn read_back(&self) -> Request {
        show(&self.place)
    }

    fn may_name_protected(&self) -> bool {
        true
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        let mut judged = ReadBack::of(read_back).granted(&self.grants, &[subject]);
        judged.pop().unwrap_or(Judgement::NotApplied)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        _before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        ReadBack::of(read_back).granted(&self.grants, subjects)
    }

    /// Exactly the levels that were there, except the caller's own.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::Grants { caller, rows } = before else {
            return Inverse::None(Why::NotRead);
        };
        let changed = self.grants.iter().filter_map(|grant| {
            let row = row_of(rows, &grant.user_id)?;
            (row.auth != Some(grant.auth.number())).then_some(row)
        });
        let (grants, lost) = restorable(changed, caller);
        Inverse::of(self.with(grants).into_iter().collect(), lost_grants(lost))
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.place)
    }

    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        described(&self.place, before, |users| {
            for row in users {
                let mut changed = self.grants.iter();
                let grant = changed.find(|grant| is_of(row, &grant.user_id));
                row.auth = grant.map_or(row.auth, |grant| Some(grant.auth.number()));
            }
        })
    }
}

impl ChangeAccess {
    /// The same over other grants, unless there are none.
    fn with<M: From<Self>>(&self, grants: Vec<Grant>) -> Option<M> {
        let place = self.place.clone();
        (!grants.is_empty()).then(|| Self { place, grants }.into())
    }
}

impl<M: From<GrantAccess> + From<RemoveAccess>> Write<M> for RemoveAccess {
    fn request(&self) -> Result<Request, NotSent> {
        request(&REMOVE, &self.place, &self.users)
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.place, &self.users)
    }

    fn part(&self, wanted: &BTreeSet<&Subject>) -> Option<M> {
        let users = self.users.iter();
        let users = users.filter(|user| wanted.contains(&Subject::grant(&self.place, user)));
        remove(&self.place, users.cloned().collect())
    }

    fn read_back(&self) -> Request {
        show(&self.place)
    }

    fn may_name_protected(&self) -> bool {
        true
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        ReadBack::of(read_back).removed(subject)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        _before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        let list = ReadBack::of(read_back);
        let subjects = subjects.iter();
        subjects.map(|subject| list.removed(subject)).collect()
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    /// Exactly the levels that were there, except the caller's own.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::Grants { caller, rows } = before else {
            return Inverse::None(Why::NotRead);
        };
        let removed = self.users.iter().filter_map(|user| row_of(rows, user));
        let (grants, lost) = restorable(removed, caller);
        let call = grant(&self.place, grants);
        Inverse::of(call.into_iter().collect(), lost_grants(lost))
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.place)
    }

    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        described(&self.place, before, |users| {
            users.retain(|row| !self.users.iter().any(|user| is_of(row, user)));
        })
    }
}

/// The API refuses an empty list.
fn request<T: Serialize>(
    endpoints: &'static Endpoints,
    place: &AccessPlace,
    content: &[T],
) -> Result<Request, NotSent> {
    if content.is_empty() {
        return Err(NotSent::NobodyNamed);
    }
    let request = match place {
        AccessPlace::Organization(organization) => {
            Request::new(&endpoints.of_organization, &[organization.as_str()])
        }
        AccessPlace::Repository(repository) => {
            Request::new(&endpoints.of_repository, &repository.parameters())
        }
    };
    Ok(request.with_body(body::encode(&content)))
}

fn users_of(grants: &[Grant]) -> impl Iterator<Item = &UserId> {
    grants.iter().map(|grant| &grant.user_id)
}

fn subjects<'a>(place: &AccessPlace, users: impl IntoIterator<Item = &'a UserId>) -> Vec<Subject> {
    let users = users.into_iter();
    users.map(|user| Subject::grant(place, user)).collect()
}

fn granted_among(place: &AccessPlace, grants: &[Grant], wanted: &BTreeSet<&Subject>) -> Vec<Grant> {
    let is_wanted = |grant: &&Grant| wanted.contains(&Subject::grant(place, &grant.user_id));
    grants.iter().filter(is_wanted).cloned().collect()
}

/// Grants these, unless there are none.
fn grant<M: From<GrantAccess>>(place: &AccessPlace, grants: Vec<Grant>) -> Option<M> {
    let place = place.clone();
    (!grants.is_empty()).then(|| GrantAccess { place, grants }.into())
}

/// Removes these, unless there are none.
fn remove<M: From<RemoveAccess>>(place: &AccessPlace, users: Vec<UserId>) -> Option<M> {
    let place = place.clone();
    (!users.is_empty()).then(|| RemoveAccess { place, users }.into())
}

fn show(place: &AccessPlace) -> Request {
    let place = place.clone();
    ShowAccess { place }.request()
}

/// The list itself, and the organization, which tells how many users have a grant.
fn changes(place: &AccessPlace) -> Vec<Collection> {
    let mut changed = vec![Collection::new(Kind::Grant, place.owner())];
    if let AccessPlace::Organization(_) = place {
        changed.push(Collection::new(Kind::Organization, place.owner()));
    }
    changed
}

fn is_of(row: &AccessRow, user: &UserId) -> bool {
    row.user_id == user.as_str()
}

fn row_of<'a>(rows: &'a [AccessRow], user: &UserId) -> Option<&'a AccessRow> {
    rows.iter().find(|row| is_of(row, user))
}

fn lost_grants(lost: Vec<LostGrant>) -> Option<Loss> {
    (!lost.is_empty()).then_some(Loss::Grants(lost))
}

/// The list of users after `change`.
fn described(
    place: &AccessPlace,
    before: &Before,
    change: impl FnOnce(&mut Vec<AccessRow>),
) -> Option<(Resource, Standing)> {
    let Before::Grants { caller, rows } = before else {
        return None;
    };
    let mut resource = Resource::permissions(place, rows, caller);
    let Resource::Permissions { users, .. } = &mut resource else {
        return None;
    };
    let standing = if users.is_empty() {
        Standing::New
    } else {
        Standing::Existing
    };
    change(users);
    Some((resource, standing))
}

/// The grants that the caller can give back, and those that nobody or somebody else must.
pub(super) fn restorable<'a>(
    rows: impl IntoIterator<Item = &'a AccessRow>,
    caller: &UserId,
) -> (Vec<Grant>, Vec<LostGrant>) {
    let (mut grants, mut lost) = (Vec::new(), Vec::new());
    for row in rows {
        let because = match row.grant() {
            Some(grant) if grant.user_id != *caller => {
                grants.push(grant);
                continue;
            }
            Some(_) => LostBecause::OwnGrant,
            None => LostBecause::NotGrantable,
        };
        lost.push(LostGrant {
            row: row.clone(),
            because,
        });
    }
    (grants, lost)
}
