//! Writes of grants: add, change, cancel (examples §1.8 and §1.13).

use cloud_api::UserId;
use serde_json::Value;

use crate::gateway::answer::Response;
use crate::gateway::caller::Caller;
use crate::gateway::users::Users;

use super::call::Call;
use super::refusal::{invalid, no_right, refused};
use super::state::grant::Grant;

/// What differs between the lists of organizations and of repositories.
pub struct List<'a> {
    /// The direct grants.
    pub grants: &'a [Grant],
    /// Who made the organization: manages it without a grant that anybody could change.
    pub creator_id: Option<&'a str>,
    /// Whether the caller may cancel their own grant.
    pub may_leave: bool,
    /// Code of a user who has no grant.
    pub missing: &'static str,
    /// Code of a user who has one already.
    pub existing: &'static str,
}

/// A write of grants, read, well-formed and possible.
pub enum Write {
    Add(Vec<Grant>),
    Change(Vec<Grant>),
    Cancel(Vec<String>),
}

impl Write {
    /// Reads the body; everything is checked before anything is applied (examples §0, row 1).
    pub fn read(call: &Call<'_>, list: &List<'_>) -> Result<Self, Response> {
        let is_known = |id: &str| {
            let mut grants = list.grants.iter();
            call.users.has(id, call.caller.account()) || grants.any(|grant| grant.user_id == id)
        };
        let write = Self::parse(&call.request.method, &call.body(), &is_known)?;
        write.check(list, call.caller, call.users)?;
        Ok(write)
    }

    /// Federated people have IDs of other forms.
    fn parse(
        method: &str,
        body: &Value,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Response> {
        let rows = body
            .as_array()
            .ok_or_else(|| invalid("An array is expected"))?;
        if rows.is_empty() {
            return Err(invalid("The array is empty"));
        }
        let user_id = |value: &Value| {
            let text = value.as_str().unwrap_or_default();
            let is_id = is_known(text) || text.parse::<UserId>().is_ok();
            is_id
                .then(|| text.to_owned())
                .ok_or_else(|| invalid("A user ID has 32 hexadecimal digits"))
        };
        if method == "DELETE" {
            return Ok(Self::Cancel(
                rows.iter().map(user_id).collect::<Result<_, _>>()?,
            ));
        }
        let mut grants = Vec::new();
        for row in rows {
            let auth = row["auth"].as_i64().unwrap_or(0);
            if ![1, 3, 7].contains(&auth) {
                return Err(refused(400, "SVCSTG.SWR.4001091", "auth must be 7, 3 or 1"));
            }
            let user_name = row["user_name"].as_str().unwrap_or_default().to_owned();
            if user_name.is_empty() {
                return Err(refused(
                    400,
                    "SVCSTG.SWR.4001067",
                    "user_name must not be empty",
                ));
            }
            grants.push(Grant {
                user_id: user_id(&row["user_id"])?,
                user_name,
                auth,
            });
        }
        Ok(if method == "POST" {
            Self::Add(grants)
        } else {
            Self::Change(grants)
        })
    }

    /// Whom it covers, in the order of the body.
    pub fn users(&self) -> Vec<String> {
        match self {
            Self::Add(grants) | Self::Change(grants) => {
                grants.iter().map(|grant| grant.user_id.clone()).collect()
            }
            Self::Cancel(users) => users.clone(),
        }
    }

    fn check(&self, list: &List<'_>, caller: &Caller, users: &Users) -> Result<(), Response> {
        let named = self.users();
        let is_creator = |id: &String| list.creator_id == Some(id);
        let has =
            |id: &String| is_creator(id) || list.grants.iter().any(|grant| grant.user_id == *id);
        let is_own = named.contains(&caller.user_id);
        match self {
            Self::Add(_) => {
                if is_own {
                    return Err(no_right());
                }
                if named.iter().any(|id| !users.has(id, caller.account())) {
                    return Err(invalid("The user does not exist"));
                }
                let mut places = named.iter().enumerate();
                let is_twice = places.any(|(index, id)| named[..index].contains(id));
                if is_twice || named.iter().any(has) {
                    return Err(refused(409, list.existing, "The permission already exists"));
                }
            }
            Self::Change(_) | Self::Cancel(_) => {
                let may_be_own = matches!(self, Self::Cancel(_)) && list.may_leave;
                if (is_own && !may_be_own) || named.iter().any(is_creator) {
                    return Err(no_right());
                }
                if !named.iter().all(has) {
                    return Err(refused(404, list.missing, "The permission was not found"));
                }
            }
        }
        Ok(())
    }

    /// Applies row by row, as far as the first `end` rows or all of them.
    pub fn apply(&self, list: &mut Vec<Grant>, end: Option<usize>) {
        let users = self.users();
        let users = &users[..end.unwrap_or(users.len())];
        list.retain(|grant| !users.contains(&grant.user_id));
        if let Self::Add(grants) | Self::Change(grants) = self {
            list.extend(grants.iter().take(users.len()).cloned());
        }
    }

    /// The status where all is done; `added` is that of a `POST`, which is not the same for both lists.
    pub fn success(&self, added: u16) -> u16 {
        match self {
            Self::Add(_) => added,
            Self::Change(_) => 201,
            Self::Cancel(_) => 204,
        }
    }

    /// The code where it breaks off half-way.
    pub fn fault_code(&self) -> &'static str {
        match self {
            Self::Add(_) => "SVCSTG.SWR.5000093",
            Self::Change(_) | Self::Cancel(_) => "SVCSTG.SWR.5000092",
        }
    }
}
