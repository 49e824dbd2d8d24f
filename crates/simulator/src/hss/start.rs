//! Starting a sync (examples §5.3).

use std::collections::BTreeSet;

use cloud_api::{Response, Timestamp};
use serde_json::Value;

use super::inventory::{Registry, find, listed};
use super::parameters::REGISTRY_TYPES;
use super::view::{DEFAULT, View};
use crate::control::empty;
use crate::identities::{PROJECT_ID, REGION};
use crate::incoming::Incoming;
use crate::refusal::{hss, hss_invalid, hss_number};
use crate::state::State;

/// What is remembered once the registry `fault-500-once` has made a start fail.
const FAULT_ONCE: &str = "registry fault-500-once";

/// The answer does not name the new task. A second sync beside a running one is accepted.
pub fn start(
    state: &mut State,
    view: &View,
    request: &Incoming,
    now: Timestamp,
) -> Result<Response, Response> {
    if request.header("region") != Some(REGION) {
        return Err(hss_invalid("region"));
    }
    let body: Value = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
    let Some(is_all) = body["sync_all_registries"].as_bool() else {
        return Err(hss_invalid("sync_all_registries"));
    };
    let mut registries = if is_all {
        let mut all = listed();
        all.retain(|registry| view.sees(PROJECT_ID, registry.enterprise_project));
        all
    } else {
        picked(view, &body["registry_info"])?
    };
    if registries.is_empty() {
        return Err(hss_invalid("registry_info"));
    }
    let fault = if is_all {
        None
    } else {
        take_fault(&mut registries, &mut state.happened)
    };
    if !registries.is_empty() {
        let enterprise_project = common(&registries);
        state
            .image_sync_tasks
            .start(enterprise_project, is_all, &registries, now);
    }
    match fault {
        Some(Fault) => Err(hss_number(500, 41, "Internal error")),
        None => Ok(empty(200)),
    }
}

/// A start breaks off half-way.
struct Fault;

/// Keeps what stands before a registry that a fault goes by.
fn take_fault(registries: &mut Vec<Registry>, happened: &mut BTreeSet<String>) -> Option<Fault> {
    let place = registries.iter().position(|registry| {
        registry.name == "fault-500-always"
            || (registry.name == "fault-500-once" && happened.insert(FAULT_ONCE.to_owned()))
    })?;
    registries.truncate(place);
    Some(Fault)
}

fn picked(view: &View, rows: &Value) -> Result<Vec<Registry>, Response> {
    let rows = rows
        .as_array()
        .ok_or_else(|| hss_invalid("registry_info"))?;
    let mut registries: Vec<Registry> = Vec::new();
    for row in rows {
        let kind = row["registry_type"].as_str().unwrap_or_default();
        if !REGISTRY_TYPES.contains(&kind) {
            return Err(hss_invalid("registry_type"));
        }
        let id = row["registry_id"].as_str().unwrap_or_default();
        if !(1..=64).contains(&id.chars().count()) {
            return Err(hss_invalid("registry_id"));
        }
        let found = find(id).filter(|found| view.sees(PROJECT_ID, found.enterprise_project));
        let Some(registry) = found else {
            return Err(hss(400, "HSS.1019", "The registry does not exist"));
        };
        if registry.kind != kind {
            return Err(hss_invalid("registry_type"));
        }
        if registries
            .iter()
            .any(|other| other.number == registry.number)
        {
            return Err(hss_invalid("registry_info"));
        }
        registries.push(registry);
    }
    Ok(registries)
}

/// The enterprise project of the task: that of its registries, or the default one when they differ.
fn common(registries: &[Registry]) -> &'static str {
    let first = registries
        .first()
        .map_or(DEFAULT, |registry| registry.enterprise_project);
    let is_common = registries
        .iter()
        .all(|registry| registry.enterprise_project == first);
    if is_common { first } else { DEFAULT }
}
