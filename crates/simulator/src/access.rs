//! Who has access: read, add, change, cancel (examples §1.7, §1.8, §1.12 and §1.13).

use std::collections::BTreeMap;

use cloud_api::{Response, UserId};
use serde_json::{Value, json};

use crate::control::empty;
use crate::incoming::Incoming;
use crate::organizations::{find as find_organization, level as organization_level};
use crate::refusal::{json_answer, no_right, swr, unknown_path};
use crate::repositories::{find, level as repository_level};
use crate::signature::Caller;
use crate::state::{Grant, State, User};

/// What differs between the lists of organizations and of repositories.
struct List<'a> {
    /// The direct grants.
    grants: &'a [Grant],
    /// Who made the organization: manages it without a grant that anybody could change.
    creator_id: Option<&'a str>,
    /// Whether the caller may cancel their own grant.
    may_leave: bool,
    /// Code of a user who has no grant.
    missing: &'static str,
    /// Code of a user who has one already.
    existing: &'static str,
}

pub fn of_organization(
    state: &mut State,
    caller: &Caller,
    name: &str,
    request: &Incoming,
) -> Response {
    let organization = match find_organization(state, name) {
        Ok(organization) => organization,
        Err(refusal) => return refusal,
    };
    let mine = organization_level(organization, caller);
    let needed = if request.method == "GET" { 3 } else { 7 };
    if mine < needed {
        return no_right();
    }
    if request.method == "GET" {
        // The creator has no row of their own; other callers see them with manage.
        let creator = Grant {
            user_id: organization.creator_id.clone(),
            user_name: organization.creator_name.clone(),
            auth: 7,
        };
        let others: Vec<Grant> = std::iter::once(&creator)
            .chain(&organization.grants)
            .filter(|grant| grant.user_id != caller.user_id)
            .cloned()
            .collect();
        let mut body = describe(state, caller, mine, &others);
        body["id"] = json!(organization.id);
        body["name"] = json!(organization.name);
        body["creator_name"] = json!(organization.creator_name);
        return json_answer(200, &body);
    }
    let list = List {
        grants: &organization.grants,
        creator_id: Some(&organization.creator_id),
        may_leave: false,
        missing: "SVCSTG.SWR.4040078",
        existing: "SVCSTG.SWR.4090076",
    };
    let write = match Write::read(request, &list, caller, &state.users) {
        Ok(write) => write,
        Err(refusal) => return refusal,
    };
    let added = 200;
    perform(state, &write, added, |state| {
        let organization = state.organizations.get_mut(name)?;
        Some(&mut organization.grants)
    })
}

fn describe(state: &State, caller: &Caller, mine: i64, grants: &[Grant]) -> Value {
    let name = state.user_name(&caller.user_id);
    let others: Vec<Value> = grants
        .iter()
        .map(|grant| json!({ "user_id": grant.user_id, "user_name": grant.user_name, "auth": grant.auth }))
        .collect();
    json!({
        "self_auth": { "user_id": caller.user_id, "user_name": name, "auth": mine },
        "others_auths": others,
    })
}

pub fn of_repository(
    state: &mut State,
    caller: &Caller,
    organization_name: &str,
    repository_name: &str,
    request: &Incoming,
) -> Response {
    let (organization, repository) = match find(state, organization_name, repository_name) {
        Ok(found) => found,
        Err(refusal) => return refusal,
    };
    let mine = repository_level(organization, repository, caller);
    let may = organization_level(organization, caller) >= 3 || mine == 7;
    if !may {
        return no_right();
    }
    if request.method == "GET" {
        // A caller's own direct grant stands among the others: it can (examples §0, row 7).
        let mut body = describe(state, caller, mine, &repository.grants);
        body["id"] = json!(repository.id);
        body["name"] = json!(repository.name);
        return json_answer(200, &body);
    }
    let list = List {
        grants: &repository.grants,
        creator_id: None,
        may_leave: true,
        missing: "SVCSTG.SWR.4040091",
        existing: "SVCSTG.SWR.4090089",
    };
    let write = match Write::read(request, &list, caller, &state.users) {
        Ok(write) => write,
        Err(refusal) => return refusal,
    };
    let added = 201;
    perform(state, &write, added, |state| {
        let organization = state.organizations.get_mut(organization_name)?;
        let repository = organization.repositories.get_mut(repository_name)?;
        Some(&mut repository.grants)
    })
}

/// Applies a checked write; `added` is the status of a successful `POST`, which is not the same for
/// both lists.
fn perform(
    state: &mut State,
    write: &Write,
    added: u16,
    grants: impl FnOnce(&mut State) -> Option<&mut Vec<Grant>>,
) -> Response {
    let broken = write
        .users()
        .iter()
        .position(|user_id| is_fault(state, user_id));
    let Some(grants) = grants(state) else {
        return unknown_path();
    };
    // What stands before the user who breaks it off is applied.
    write.apply(grants, broken);
    let Some(user_id) = broken.and_then(|index| write.users().get(index).cloned()) else {
        return empty(write.success(added));
    };
    if state.user_name(&user_id) == "fault-500-once" {
        state.happened.insert(FAULT_ONCE.to_owned());
    }
    swr(500, write.fault_code(), "Internal error")
}

/// Whether a write breaks off at this user.
fn is_fault(state: &State, user_id: &str) -> bool {
    match state.user_name(user_id) {
        "fault-500-always" => true,
        "fault-500-once" => !state.happened.contains(FAULT_ONCE),
        _ => false,
    }
}

/// What is remembered once the user `fault-500-once` has made a write fail.
const FAULT_ONCE: &str = "user fault-500-once";

/// A write of grants, read, well-formed and possible.
enum Write {
    Add(Vec<Grant>),
    Change(Vec<Grant>),
    Cancel(Vec<String>),
}

impl Write {
    /// Reads the body; everything is checked before anything is applied (examples §0, row 1).
    fn read(
        request: &Incoming,
        list: &List<'_>,
        caller: &Caller,
        users: &BTreeMap<String, User>,
    ) -> Result<Self, Response> {
        let write = Self::parse(&request.method, &request.body)?;
        write.check(list, caller, users)?;
        Ok(write)
    }

    fn parse(method: &str, body: &[u8]) -> Result<Self, Response> {
        let bad = |what: &str| swr(400, "SVCSTG.SWR.4000014", what);
        let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        let rows = body.as_array().ok_or_else(|| bad("An array is expected"))?;
        if rows.is_empty() {
            return Err(bad("The array is empty"));
        }
        let user_id = |value: &Value| {
            let text = value.as_str().unwrap_or_default();
            let is_id = text.parse::<UserId>().is_ok();
            is_id
                .then(|| text.to_owned())
                .ok_or_else(|| bad("A user ID has 32 hexadecimal digits"))
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
                return Err(swr(400, "SVCSTG.SWR.4001091", "auth must be 7, 3 or 1"));
            }
            let user_name = row["user_name"].as_str().unwrap_or_default().to_owned();
            if user_name.is_empty() {
                return Err(swr(
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

    fn users(&self) -> Vec<String> {
        match self {
            Self::Add(grants) | Self::Change(grants) => {
                grants.iter().map(|grant| grant.user_id.clone()).collect()
            }
            Self::Cancel(users) => users.clone(),
        }
    }

    fn check(
        &self,
        list: &List<'_>,
        caller: &Caller,
        users: &BTreeMap<String, User>,
    ) -> Result<(), Response> {
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
                if named.iter().any(|id| !users.contains_key(id)) {
                    return Err(swr(400, "SVCSTG.SWR.4000014", "The user does not exist"));
                }
                let mut places = named.iter().enumerate();
                let is_twice = places.any(|(index, id)| named[..index].contains(id));
                if is_twice || named.iter().any(has) {
                    return Err(swr(409, list.existing, "The permission already exists"));
                }
            }
            Self::Change(_) | Self::Cancel(_) => {
                let may_be_own = matches!(self, Self::Cancel(_)) && list.may_leave;
                if (is_own && !may_be_own) || named.iter().any(is_creator) {
                    return Err(no_right());
                }
                if !named.iter().all(has) {
                    return Err(swr(404, list.missing, "The permission was not found"));
                }
            }
        }
        Ok(())
    }

    /// Applies row by row, as far as the first `end` rows or all of them.
    fn apply(&self, list: &mut Vec<Grant>, end: Option<usize>) {
        let users = self.users();
        let users = &users[..end.unwrap_or(users.len())];
        list.retain(|grant| !users.contains(&grant.user_id));
        if let Self::Add(grants) | Self::Change(grants) = self {
            list.extend(grants.iter().take(users.len()).cloned());
        }
    }

    fn success(&self, added: u16) -> u16 {
        match self {
            Self::Add(_) => added,
            Self::Change(_) => 201,
            Self::Cancel(_) => 204,
        }
    }

    fn fault_code(&self) -> &'static str {
        match self {
            Self::Add(_) => "SVCSTG.SWR.5000093",
            Self::Change(_) | Self::Cancel(_) => "SVCSTG.SWR.5000092",
        }
    }
}
