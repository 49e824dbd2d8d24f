//! Writes of grants, the same for organizations and repositories but for where they go.

use super::access::{AccessRow, Grant};
use super::access_read_back::{level_of, user_of};
use super::organization_access::{
    AddOrganizationAccess, CancelOrganizationAccess, ChangeOrganizationAccess,
    ShowOrganizationAccess,
};
use super::repository_access::{
    AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, ShowRepositoryAccess,
};
use crate::inverse::{Before, Inverse, Loss, LostBecause, LostGrant, Why};
use crate::request::Method;
use crate::terraform::{Resource, Standing};
use crate::write::Write;
use crate::{
    Judgement, Meaning, Mutation, NotSent, Operation, OrganizationName, RepositoryName, Request,
    Response, Subject, UserId, body, path,
};

/// Whose access list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessPlace<'a> {
    /// An organization's.
    Organization(&'a OrganizationName),
    /// A repository's.
    Repository(&'a OrganizationName, &'a RepositoryName),
}

/// What is done to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessChange<'a> {
    /// Users get access who have none yet.
    Add(&'a [Grant]),
    /// Users who have a grant get another level.
    Change(&'a [Grant]),
    /// Users lose their grant.
    Cancel(&'a [UserId]),
}

/// A write of grants.
#[derive(Clone, Copy)]
pub(crate) struct AccessWrite<'a> {
    pub(crate) place: AccessPlace<'a>,
    pub(crate) change: AccessChange<'a>,
}

/// A parameter type that is a write of grants.
pub(crate) trait WritesAccess {
    fn access(&self) -> AccessWrite<'_>;
}

impl<T: WritesAccess> Write for T {
    fn request(&self) -> Result<Request, NotSent> {
        self.access().request()
    }

    fn subjects(&self) -> Vec<Subject> {
        self.access().subjects()
    }

    fn part(&self, wanted: &[Subject]) -> Option<Mutation> {
        self.access().part(wanted)
    }

    fn read_back(&self) -> Request {
        self.access().place.read()
    }

    fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        self.access().judge(subject, read_back)
    }

    fn is_removal(&self) -> bool {
        matches!(self.access().change, AccessChange::Cancel(_))
    }

    fn inverse(&self, before: &Before) -> Inverse {
        self.access().inverse(before)
    }

    fn described(&self, before: &Before) -> Option<(Resource, Standing)> {
        self.access().described(before)
    }
}

impl AccessPlace<'_> {
    /// The read of the list.
    #[must_use]
    pub fn read(self) -> Request {
        match self {
            Self::Organization(organization) => ShowOrganizationAccess {
                organization: organization.clone(),
            }
            .request(),
            Self::Repository(organization, repository) => ShowRepositoryAccess {
                organization: organization.clone(),
                repository: repository.clone(),
            }
            .request(),
        }
    }

    pub(super) fn path(self) -> String {
        let place = match self {
            Self::Organization(organization) => path::organization(organization),
            Self::Repository(organization, repository) => {
                path::repository(organization, repository)
            }
        };
        format!("{place}/access")
    }

    /// A user's direct grant there.
    #[must_use]
    pub fn subject(self, user: &UserId) -> Subject {
        let user = user.clone();
        match self {
            Self::Organization(organization) => Subject::OrganizationGrant {
                organization: organization.clone(),
                user,
            },
            Self::Repository(organization, repository) => Subject::RepositoryGrant {
                organization: organization.clone(),
                repository: repository.clone(),
                user,
            },
        }
    }

    /// The write that does it there.
    #[must_use]
    pub fn mutation(self, change: AccessChange<'_>) -> Mutation {
        match self {
            Self::Organization(organization) => {
                let organization = organization.clone();
                match change {
                    AccessChange::Add(grants) => {
                        Mutation::AddOrganizationAccess(AddOrganizationAccess {
                            organization,
                            grants: grants.to_vec(),
                        })
                    }
                    AccessChange::Change(grants) => {
                        Mutation::ChangeOrganizationAccess(ChangeOrganizationAccess {
                            organization,
                            grants: grants.to_vec(),
                        })
                    }
                    AccessChange::Cancel(users) => {
                        Mutation::CancelOrganizationAccess(CancelOrganizationAccess {
                            organization,
                            users: users.to_vec(),
                        })
                    }
                }
            }
            Self::Repository(organization, repository) => {
                let (organization, repository) = (organization.clone(), repository.clone());
                match change {
                    AccessChange::Add(grants) => {
                        Mutation::AddRepositoryAccess(AddRepositoryAccess {
                            organization,
                            repository,
                            grants: grants.to_vec(),
                        })
                    }
                    AccessChange::Change(grants) => {
                        Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
                            organization,
                            repository,
                            grants: grants.to_vec(),
                        })
                    }
                    AccessChange::Cancel(users) => {
                        Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
                            organization,
                            repository,
                            users: users.to_vec(),
                        })
                    }
                }
            }
        }
    }
}

impl AccessChange<'_> {
    pub(crate) fn users(self) -> Vec<UserId> {
        match self {
            Self::Add(grants) | Self::Change(grants) => {
                grants.iter().map(|grant| grant.user_id.clone()).collect()
            }
            Self::Cancel(users) => users.to_vec(),
        }
    }
}

impl AccessWrite<'_> {
    fn request(self) -> Result<Request, NotSent> {
        let (method, body, is_empty) = match self.change {
            AccessChange::Add(grants) => (Method::Post, body::encode(&grants), grants.is_empty()),
            AccessChange::Change(grants) => {
                (Method::Patch, body::encode(&grants), grants.is_empty())
            }
            AccessChange::Cancel(users) => (Method::Delete, body::encode(&users), users.is_empty()),
        };
        if is_empty {
            return Err(NotSent::NobodyNamed);
        }
        Ok(Request::swr(method, self.place.path()).with_body(body))
    }

    fn subjects(self) -> Vec<Subject> {
        let users = self.change.users();
        users.iter().map(|user| self.place.subject(user)).collect()
    }

    fn part(self, wanted: &[Subject]) -> Option<Mutation> {
        let is_wanted = |user: &UserId| wanted.contains(&self.place.subject(user));
        let kept = |grants: &[Grant]| -> Vec<Grant> {
            let kept = grants.iter().filter(|grant| is_wanted(&grant.user_id));
            kept.cloned().collect()
        };
        match self.change {
            AccessChange::Add(grants) => self.some(AccessChange::Add(&kept(grants))),
            AccessChange::Change(grants) => self.some(AccessChange::Change(&kept(grants))),
            AccessChange::Cancel(users) => {
                let kept: Vec<UserId> = users
                    .iter()
                    .filter(|&user| is_wanted(user))
                    .cloned()
                    .collect();
                self.some(AccessChange::Cancel(&kept))
            }
        }
    }

    /// The change at the same place, unless it names nobody.
    fn some(self, change: AccessChange<'_>) -> Option<Mutation> {
        let is_empty = match change {
            AccessChange::Add(grants) | AccessChange::Change(grants) => grants.is_empty(),
            AccessChange::Cancel(users) => users.is_empty(),
        };
        (!is_empty).then(|| self.place.mutation(change))
    }

    fn judge(self, subject: &Subject, read_back: &Response) -> Judgement {
        let is_cancelled = matches!(self.change, AccessChange::Cancel(_));
        let applied = match level_of(subject, read_back) {
            Ok(level) if is_cancelled => level.is_none(),
            Ok(level) => level.is_some() && level == self.wanted_level(subject),
            // What is gone took its grants along.
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => is_cancelled,
            Err(error) => return Judgement::CannotTell(error),
        };
        if applied {
            Judgement::Applied
        } else {
            Judgement::NotApplied
        }
    }

    fn wanted_level(self, subject: &Subject) -> Option<i64> {
        let (AccessChange::Add(grants) | AccessChange::Change(grants)) = self.change else {
            return None;
        };
        let user = user_of(subject)?;
        let grant = grants.iter().find(|grant| grant.user_id == *user)?;
        Some(grant.auth.number())
    }

    /// Exactly the levels that were there, except the caller's own.
    fn inverse(self, before: &Before) -> Inverse {
        let Before::Grants { caller, rows } = before else {
            return Inverse::None(Why::NotRead);
        };
        let row_of = |user: &UserId| rows.iter().find(|row| row.user_id == user.as_str());
        let changed: Vec<&AccessRow> = match self.change {
            AccessChange::Add(grants) => {
                let users = grants.iter().map(|grant| &grant.user_id);
                let new: Vec<UserId> = users
                    .filter(|user| row_of(user).is_none())
                    .cloned()
                    .collect();
                let call = self.some(AccessChange::Cancel(&new));
                return Inverse::of(call.into_iter().collect(), None);
            }
            AccessChange::Change(grants) => grants
                .iter()
                .filter_map(|grant| {
                    let row = row_of(&grant.user_id)?;
                    (row.auth != grant.auth.number()).then_some(row)
                })
                .collect(),
            AccessChange::Cancel(users) => users.iter().filter_map(row_of).collect(),
        };
        let (grants, lost) = restorable(changed, caller);
        let change = match self.change {
            AccessChange::Change(_) => AccessChange::Change(&grants),
            AccessChange::Add(_) | AccessChange::Cancel(_) => AccessChange::Add(&grants),
        };
        let call = self.some(change);
        let lost = (!lost.is_empty()).then_some(Loss::Grants(lost));
        Inverse::of(call.into_iter().collect(), lost)
    }

    fn described(self, before: &Before) -> Option<(Resource, Standing)> {
        let Before::Grants { caller, rows } = before else {
            return None;
        };
        let mut users = rows.clone();
        if let AccessPlace::Organization(_) = self.place {
            users.retain(|row| row.user_id != caller.as_str());
        }
        let standing = if users.is_empty() {
            Standing::New
        } else {
            Standing::Existing
        };
        let named = self.change.users();
        let is_named = |row: &AccessRow| named.iter().any(|user| user.as_str() == row.user_id);
        match self.change {
            AccessChange::Add(grants) => {
                users.retain(|row| !is_named(row));
                users.extend(grants.iter().map(AccessRow::from));
            }
            AccessChange::Change(grants) => {
                for row in &mut users {
                    let mut changed = grants.iter();
                    let grant = changed.find(|grant| grant.user_id.as_str() == row.user_id);
                    row.auth = grant.map_or(row.auth, |grant| grant.auth.number());
                }
            }
            AccessChange::Cancel(_) => users.retain(|row| !is_named(row)),
        }
        let resource = match self.place {
            AccessPlace::Organization(organization) => Resource::OrganizationPermissions {
                organization: organization.clone(),
                users,
            },
            AccessPlace::Repository(organization, repository) => Resource::RepositoryPermissions {
                organization: organization.clone(),
                repository: repository.clone(),
                users,
            },
        };
        Some((resource, standing))
    }
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
