//! Organizations: list, show, create, delete (examples §1.5, §1.6 and §2.12).

use std::collections::BTreeMap;

use cloud_api::OrganizationName;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, empty, json_answer};
use crate::gateway::caller::Caller;

use super::call::Call;
use super::filter::filter_pairs;
use super::refusal::{no_right, refused};
use super::state::State;
use super::state::organization::Organization;

pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    let &Call {
        caller, request, ..
    } = call;
    let filter = request.parameter("filter");
    let (name, is_visible) = match filter.as_deref().map(filter_pairs) {
        None => (request.parameter("namespace"), false),
        Some(None) => return Err(refused(400, "SVCSTG.SWR.4009014", "Invalid filter")),
        Some(Some(pairs))
            if pairs
                .iter()
                .any(|pair| pair.0 != "namespace" && *pair != ("mode", "visible")) =>
        {
            return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid filter"));
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
        .organizations()
        .values()
        .filter(|organization| name.as_ref().is_none_or(|name| *name == organization.name))
        .filter(|organization| {
            organization.level(caller) > 0 || (is_visible && organization.has_repository_of(caller))
        })
        .map(|organization| {
            let mut row = describe(organization, caller);
            row["access_user_count"] = json!(organization.grants.len());
            row["repo_count"] = json!(organization.repositories.len());
            row
        })
        .collect();
    Ok(json_answer(200, &json!({ "namespaces": rows })))
}

pub fn show(state: &mut State, call: &Call<'_>, name: &str) -> Answer {
    let organization = state.organization(name)?;
    if organization.level(call.caller) == 0 {
        return Err(no_right());
    }
    Ok(json_answer(200, &describe(organization, call.caller)))
}

pub fn create(state: &mut State, call: &Call<'_>) -> Answer {
    let &Call { caller, users, .. } = call;
    let body = call.body();
    let name = body["namespace"].as_str().unwrap_or_default();
    let name = match name.parse::<OrganizationName>() {
        Ok(name) => name.to_string(),
        Err(error) => {
            let message = format!("Invalid organization name: {error}");
            return Err(refused(400, "SVCSTG.SWR.4001028", &message));
        }
    };
    if !caller.is_administrator() {
        return Err(no_right());
    }
    if state.is_taken(&name) {
        return Err(refused(
            409,
            "SVCSTG.SWR.4090060",
            "The organization already exists",
        ));
    }
    if state.organizations().len() >= state.organization_quota {
        return Err(refused(
            400,
            "SVCSTG.SWR.4000097",
            "The quota of organizations is reached",
        ));
    }
    let organization = Organization {
        id: state.next_id(),
        name: name.clone(),
        creator_id: caller.user_id.clone(),
        creator_name: users.name(&caller.user_id).to_owned(),
        grants: Vec::new(),
        repositories: BTreeMap::new(),
    };
    state.organizations_mut().insert(name, organization);
    Ok(json_answer(201, &json!({})))
}

pub fn delete(state: &mut State, call: &Call<'_>, name: &str) -> Answer {
    let organization = state.organization(name)?;
    if organization.level(call.caller) < 7 {
        return Err(no_right());
    }
    if !organization.repositories.is_empty() {
        return Err(refused(
            406,
            "SVCSTG.SWR.4060074",
            "The organization still contains images",
        ));
    }
    state.organizations_mut().remove(name);
    Ok(empty(204))
}

fn describe(organization: &Organization, caller: &Caller) -> Value {
    json!({
        "id": organization.id,
        "name": organization.name,
        "creator_name": organization.creator_name,
        "auth": organization.level(caller),
    })
}
