//! Who has access: read, add, change, cancel (examples §1.7, §1.12 and §1.13).

use std::collections::BTreeMap;

use cloud_api::{Response, UserId};
use serde_json::{Value, json};

use crate::control::empty;
use crate::incoming::Incoming;
use crate::organizations::level as organization_level;
use crate::refusal::{json_answer, no_right, swr, unknown_path};
use crate::repositories::{find, level as repository_level};
use crate::signature::Caller;
use crate::state::{Grant, Repository, State, User};

pub fn of_organization(state: &State, caller: &Caller, name: &str) -> Response {
    let Some(organization) = state.organizations.get(name) else {
        return swr(404, "SVCSTG.SWR.4040058", "The organization was not found");
    };
    let mine = organization_level(organization, caller);
    if mine < 3 {
        return no_right();
    }
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
    json_answer(200, &body)
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
    let write = match Write::read(&request.method, &request.body) {
        Ok(write) => write,
        Err(refusal) => return refusal,
    };
    if let Err(refusal) = write.check(repository, caller, &state.users) {
        return refusal;
    }
    let users = &state.users;
    let once_happened = state.happened.contains(FAULT_ONCE);
    let is_fault = |user_id: &str| match users.get(user_id).map(|user| user.name.as_str()) {
        Some("fault-500-always") => true,
        Some("fault-500-once") => !once_happened,
        _ => false,
    };
    let found = state
        .organizations
        .get_mut(organization_name)
        .and_then(|organization| organization.repositories.get_mut(repository_name));
    let Some(repository) = found else {
        return unknown_path();
    };
    match write.apply(repository, is_fault) {
        Ok(()) => empty(write.success()),
        Err(user_id) => {
            if state.user_name(&user_id) == "fault-500-once" {
                state.happened.insert(FAULT_ONCE.to_owned());
            }
            swr(500, write.fault_code(), "Internal error")
        }
    }
}

/// What is remembered once the user `fault-500-once` has made a write fail.
const FAULT_ONCE: &str = "user fault-500-once";

/// A write of grants, read and well-formed.
enum Write {
    Add(Vec<Grant>),
    Change(Vec<Grant>),
    Cancel(Vec<String>),
}

impl Write {
    fn read(method: &str, body: &[u8]) -> Result<Self, Response> {
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

    /// Everything is checked before anything is applied (examples §0, row 1).
    fn check(
        &self,
        repository: &Repository,
        caller: &Caller,
        users: &BTreeMap<String, User>,
    ) -> Result<(), Response> {
        let has = |id: &str| repository.grants.iter().any(|grant| grant.user_id == id);
        let missing = || swr(404, "SVCSTG.SWR.4040091", "The permission was not found");
        match self {
            Self::Add(grants) => {
                if grants.iter().any(|grant| grant.user_id == caller.user_id) {
                    return Err(no_right());
                }
                if grants
                    .iter()
                    .any(|grant| !users.contains_key(&grant.user_id))
                {
                    return Err(swr(400, "SVCSTG.SWR.4000014", "The user does not exist"));
                }
                let is_twice = grants.iter().enumerate().any(|(index, grant)| {
                    grants[..index]
                        .iter()
                        .any(|other| other.user_id == grant.user_id)
                });
                if is_twice || grants.iter().any(|grant| has(&grant.user_id)) {
                    return Err(swr(
                        409,
                        "SVCSTG.SWR.4090089",
                        "The permission already exists",
                    ));
                }
                Ok(())
            }
            Self::Change(grants) if grants.iter().any(|grant| grant.user_id == caller.user_id) => {
                Err(no_right())
            }
            Self::Change(grants) if grants.iter().any(|grant| !has(&grant.user_id)) => {
                Err(missing())
            }
            Self::Cancel(ids) if ids.iter().any(|id| !has(id)) => Err(missing()),
            Self::Change(_) | Self::Cancel(_) => Ok(()),
        }
    }

    /// Applies row by row; an error names the user whose fault broke it off, with the rows before
    /// applied.
    fn apply(
        &self,
        repository: &mut Repository,
        is_fault: impl Fn(&str) -> bool,
    ) -> Result<(), String> {
        match self {
            Self::Add(grants) | Self::Change(grants) => {
                for grant in grants {
                    if is_fault(&grant.user_id) {
                        return Err(grant.user_id.clone());
                    }
                    repository.grants.retain(|old| old.user_id != grant.user_id);
                    repository.grants.push(grant.clone());
                }
            }
            Self::Cancel(ids) => {
                for id in ids {
                    if is_fault(id) {
                        return Err(id.clone());
                    }
                    repository.grants.retain(|old| old.user_id != *id);
                }
            }
        }
        Ok(())
    }

    fn success(&self) -> u16 {
        match self {
            Self::Add(_) | Self::Change(_) => 201,
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
