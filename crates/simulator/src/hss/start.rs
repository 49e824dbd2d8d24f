//! Starting a sync (examples §5.3).

use serde_json::Value;

use crate::gateway::answer::{Answer, Response, empty};
use crate::gateway::identities::{PROJECT_ID, REGION};

use super::call::Call;
use super::inventory::{Registry, find, listed};
use super::parameters::REGISTRY_TYPES;
use super::refusal::{invalid, numbered, refused};
use super::state::{FaultOnce, State};
use super::view::{DEFAULT, View};

/// The answer does not name the new task. A second sync beside a running one is accepted.
pub fn start(state: &mut State, call: &Call<'_>) -> Answer {
    let &Call { request, view, now } = call;
    // Optional here (corrections §3), but never another one.
    if request
        .header("region")
        .is_some_and(|region| region != REGION)
    {
        return Err(invalid("region"));
    }
    let body: Value = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
    let Some(is_all) = body["sync_all_registries"].as_bool() else {
        return Err(invalid("sync_all_registries"));
    };
    let mut registries = if is_all {
        let mut all = listed();
        all.retain(|registry| view.sees(PROJECT_ID, registry.enterprise_project));
        all
    } else {
        picked(view, &body["registry_info"])?
    };
    if registries.is_empty() {
        return Err(invalid("registry_info"));
    }
    let fault = if is_all {
        None
    } else {
        take_fault(&mut registries, &mut state.fault_once)
    };
    if !registries.is_empty() {
        let enterprise_project = common(&registries);
        state
            .tasks
            .start(enterprise_project, is_all, &registries, now);
    }
    match fault {
        Some(Fault) => Err(numbered(500, 41, "Internal error")),
        None => Ok(empty(200)),
    }
}

/// A start breaks off half-way.
struct Fault;

/// Keeps what stands before a registry that a fault goes by.
fn take_fault(registries: &mut Vec<Registry>, once: &mut FaultOnce) -> Option<Fault> {
    let place = registries.iter().position(|registry| {
        registry.name == "fault-500-always"
            || (registry.name == "fault-500-once"
                && std::mem::replace(once, FaultOnce::Happened) == FaultOnce::Due)
    })?;
    registries.truncate(place);
    Some(Fault)
}

fn picked(view: &View, rows: &Value) -> Result<Vec<Registry>, Response> {
    let rows = rows.as_array().ok_or_else(|| invalid("registry_info"))?;
    let mut registries: Vec<Registry> = Vec::new();
    for row in rows {
        let kind = row["registry_type"].as_str().unwrap_or_default();
        if !REGISTRY_TYPES.contains(&kind) {
            return Err(invalid("registry_type"));
        }
        let id = row["registry_id"].as_str().unwrap_or_default();
        if !(1..=64).contains(&id.chars().count()) {
            return Err(invalid("registry_id"));
        }
        let found = find(id).filter(|found| view.sees(PROJECT_ID, found.enterprise_project));
        let Some(registry) = found else {
            return Err(refused(400, "HSS.1019", "The registry does not exist"));
        };
        if registry.kind != kind {
            return Err(invalid("registry_type"));
        }
        if registries
            .iter()
            .any(|other| other.number == registry.number)
        {
            return Err(invalid("registry_info"));
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
