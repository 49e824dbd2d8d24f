//! Who has access to a repository directly: read, add, change, cancel.

use serde::{Deserialize, Serialize};

use super::access::{AccessLevel, AccessList};
use crate::request::Method;
use crate::{
    ApiError, Judgement, Meaning, NotSent, Operation, OrganizationName, RepositoryName, Request,
    Response, Subject, UserId, body, path,
};

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
        Request::swr(
            Method::Get,
            access_path(&self.organization, &self.repository),
        )
    }

    fn decode(response: &Response) -> Result<AccessList, ApiError> {
        body::decode_object(response)
    }
}

fn access_path(organization: &OrganizationName, repository: &RepositoryName) -> String {
    format!("{}/access", path::repository(organization, repository))
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

/// The repository that the three writes have in common.
macro_rules! on_repository {
    ($write:ident, $list:ident, $item:ty, $user:expr) => {
        impl $write {
            pub(crate) fn subjects(&self) -> Vec<Subject> {
                self.$list.iter().map(|item| self.subject(item)).collect()
            }

            pub(crate) fn only(&self, wanted: &[Subject]) -> Option<Self> {
                let kept: Vec<$item> = self
                    .$list
                    .iter()
                    .filter(|item| wanted.contains(&self.subject(item)))
                    .cloned()
                    .collect();
                (!kept.is_empty()).then(|| Self {
                    $list: kept,
                    ..self.clone()
                })
            }

            pub(crate) fn read_back(&self) -> Request {
                let Self {
                    organization,
                    repository,
                    ..
                } = self.clone();
                ShowRepositoryAccess {
                    organization,
                    repository,
                }
                .request()
            }

            fn subject(&self, item: &$item) -> Subject {
                Subject::RepositoryGrant {
                    organization: self.organization.clone(),
                    repository: self.repository.clone(),
                    user: $user(item).clone(),
                }
            }

            fn write(&self, method: Method) -> Result<Request, NotSent> {
                if self.$list.is_empty() {
                    return Err(NotSent::NobodyNamed);
                }
                let path = access_path(&self.organization, &self.repository);
                Ok(Request::swr(method, path).with_body(body::encode(&self.$list)))
            }
        }
    };
}

on_repository!(AddRepositoryAccess, grants, Grant, |grant: &Grant| grant
    .user_id
    .clone());
on_repository!(ChangeRepositoryAccess, grants, Grant, |grant: &Grant| grant
    .user_id
    .clone());
on_repository!(CancelRepositoryAccess, users, UserId, UserId::clone);

impl AddRepositoryAccess {
    pub(crate) fn request(&self) -> Result<Request, NotSent> {
        self.write(Method::Post)
    }

    pub(crate) fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        judge_level(&self.grants, subject, read_back)
    }
}

impl ChangeRepositoryAccess {
    pub(crate) fn request(&self) -> Result<Request, NotSent> {
        self.write(Method::Patch)
    }

    pub(crate) fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        judge_level(&self.grants, subject, read_back)
    }
}

impl CancelRepositoryAccess {
    pub(crate) fn request(&self) -> Result<Request, NotSent> {
        self.write(Method::Delete)
    }

    pub(crate) fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement {
        match level_of(subject, read_back) {
            Ok(None) => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::Applied,
            Err(error) => Judgement::CannotTell(error),
        }
    }
}

fn judge_level(grants: &[Grant], subject: &Subject, read_back: &Response) -> Judgement {
    let wanted = grants
        .iter()
        .find(|grant| matches!(subject, Subject::RepositoryGrant { user, .. } if *user == grant.user_id))
        .map(|grant| grant.auth.number());
    match level_of(subject, read_back) {
        Ok(level) if level.is_some() && level == wanted => Judgement::Applied,
        Ok(_) => Judgement::NotApplied,
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
        Err(error) => Judgement::CannotTell(error),
    }
}

/// The number of the level that the subject's user has directly, if any. An object that is no
/// access list at all tells nothing.
fn level_of(subject: &Subject, read_back: &Response) -> Result<Option<i64>, ApiError> {
    let list = ShowRepositoryAccess::decode(read_back)?;
    let fields: serde_json::Map<String, serde_json::Value> = body::decode(read_back)?;
    if !fields.contains_key("self_auth") && !fields.contains_key("others_auths") {
        let at = "neither self_auth nor others_auths is given";
        return Err(body::unreadable(read_back, at));
    }
    let Subject::RepositoryGrant { user, .. } = subject else {
        return Ok(None);
    };
    Ok(list
        .grants()
        .iter()
        .find(|row| row.user_id == user.as_str())
        .map(|row| row.auth))
}
