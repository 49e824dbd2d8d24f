//! Organizations: list and show (examples §1.5 and §1.6).

use cloud_api::Response;
use serde_json::{Value, json};

use crate::incoming::Incoming;
use crate::refusal::{json_answer, no_right, swr};
use crate::signature::Caller;
use crate::state::{Organization, State};

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
    match state.organizations.get(name) {
        None => swr(404, "SVCSTG.SWR.4040058", "The organization was not found"),
        Some(organization) if level(organization, caller) == 0 => no_right(),
        Some(organization) => json_answer(200, &describe(organization, caller)),
    }
}

fn describe(organization: &Organization, caller: &Caller) -> Value {
    json!({
        "id": organization.id,
        "name": organization.name,
        "creator_name": organization.creator_name,
        "auth": level(organization, caller),
    })
}
