//! Organizations: list, show, create, delete (examples §1.5, §1.6 and §2.12).

use cloud_api::{OrganizationName, Response};
use serde_json::{Value, json};

use crate::control::empty;
use crate::incoming::Incoming;
use crate::refusal::{json_answer, no_right, swr};
use crate::signature::Caller;
use crate::state::{Organization, State};

/// Names that other customers have: names are unique in a region across all of them.
const TAKEN: [&str; 2] = ["library", "public-images"];

/// The caller's level on an organization; 0 without one.
pub fn level(organization: &Organization, caller: &Caller) -> i64 {
    if caller.is_administrator() || organization.creator_id == caller.user_id {
        return 7;
    }
    let grant = organization
        .grants
        .iter()
        .find(|grant| grant.user_id == caller.user_id);
    grant.map_or(0, |grant| grant.auth)
}

fn has_repository(organization: &Organization, caller: &Caller) -> bool {
    organization.repositories.values().any(|repository| {
        repository
            .grants
            .iter()
            .any(|grant| grant.user_id == caller.user_id)
    })
}

/// Pairs of SWR's `key::value|key::value`; `None` when it is not of that form.
pub fn filter_pairs(filter: &str) -> Option<Vec<(&str, &str)>> {
    filter
        .split('|')
        .map(|pair| pair.split_once("::"))
        .collect()
}

pub fn list(state: &State, caller: &Caller, request: &Incoming) -> Response {
    let filter = request.parameter("filter");
    let (name, is_visible) = match filter.as_deref().map(filter_pairs) {
        None => (request.parameter("namespace"), false),
        Some(None) => return swr(400, "SVCSTG.SWR.4009014", "Invalid filter"),
        Some(Some(pairs))
            if pairs
                .iter()
                .any(|pair| pair.0 != "namespace" && *pair != ("mode", "visible")) =>
        {
            return swr(400, "SVCSTG.SWR.4001035", "Invalid filter");
        }
        Some(Some(pairs)) => {
            let value = |key: &str| {
                pairs
                    .iter()
                    .find(|(name, _)| *name == key)
                    .map(|(_, value)| (*value).to_owned())
            };
            (
                value("namespace"),
                value("mode").as_deref() == Some("visible"),
            )
        }
    };
    let rows: Vec<Value> = state
        .organizations
        .values()
        .filter(|organization| name.as_ref().is_none_or(|name| *name == organization.name))
        .filter(|organization| {
            level(organization, caller) > 0 || (is_visible && has_repository(organization, caller))
        })
        .map(|organization| {
            let mut row = describe(organization, caller);
            row["access_user_count"] = json!(organization.grants.len());
            row["repo_count"] = json!(organization.repositories.len());
            row
        })
        .collect();
    json_answer(200, &json!({ "namespaces": rows }))
}

pub fn show(state: &State, caller: &Caller, name: &str) -> Response {
    match find(state, name) {
        Err(refusal) => refusal,
        Ok(organization) if level(organization, caller) == 0 => no_right(),
        Ok(organization) => json_answer(200, &describe(organization, caller)),
    }
}

/// Finds an organization of the account.
pub fn find<'a>(state: &'a State, name: &str) -> Result<&'a Organization, Response> {
    match state.organizations.get(name) {
        Some(organization) => Ok(organization),
        None if TAKEN.contains(&name) => Err(swr(
            401,
            "SVCSTG.SWR.4011064",
            "The resource belongs to another account",
        )),
        None => Err(swr(
            404,
            "SVCSTG.SWR.4040058",
            "The organization was not found",
        )),
    }
}

pub fn create(state: &mut State, caller: &Caller, body: &[u8]) -> Response {
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let name = body["namespace"].as_str().unwrap_or_default();
    let name = match name.parse::<OrganizationName>() {
        Ok(name) => name.to_string(),
        Err(error) => {
            let message = format!("Invalid organization name: {error}");
            return swr(400, "SVCSTG.SWR.4001028", &message);
        }
    };
    if !caller.is_administrator() {
        return no_right();
    }
    if state.organizations.contains_key(&name) || TAKEN.contains(&&*name) {
        return swr(409, "SVCSTG.SWR.4090060", "The organization already exists");
    }
    if state.organizations.len() >= state.organization_quota {
        return swr(
            400,
            "SVCSTG.SWR.4000097",
            "The quota of organizations is reached",
        );
    }
    let organization = Organization {
        id: state.next_id(),
        name: name.clone(),
        creator_id: caller.user_id.clone(),
        creator_name: state.user_name(&caller.user_id).to_owned(),
        grants: Vec::new(),
        repositories: std::collections::BTreeMap::new(),
    };
    state.organizations.insert(name, organization);
    json_answer(201, &json!({}))
}

pub fn delete(state: &mut State, caller: &Caller, name: &str) -> Response {
    match find(state, name) {
        Err(refusal) => return refusal,
        Ok(organization) if level(organization, caller) < 7 => return no_right(),
        Ok(organization) if !organization.repositories.is_empty() => {
            return swr(
                406,
                "SVCSTG.SWR.4060074",
                "The organization still contains images",
            );
        }
        Ok(_) => {}
    }
    state.organizations.remove(name);
    empty(204)
}

fn describe(organization: &Organization, caller: &Caller) -> Value {
    json!({
        "id": organization.id,
        "name": organization.name,
        "creator_name": organization.creator_name,
        "auth": level(organization, caller),
    })
}
