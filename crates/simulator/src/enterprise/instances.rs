//! Instances: list, one of them, its quotas and counts (examples §4.1).

use serde_json::json;

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT;

use super::call::Call;
use super::instance::Instance;
use super::parameters::{MOST, Parameters};
use super::state::State;

const STATUSES: [&str; 4] = ["Initial", "Creating", "Running", "Unavailable"];

pub fn list(state: &State, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let is_running = parameters.word("status", &STATUSES)?;
    let is_running = is_running.is_none_or(|status| status == "Running");
    let asked = parameters.text("enterprise_project_id");
    let is_asked =
        asked.is_none_or(|id| [DEFAULT_ENTERPRISE_PROJECT, "all_granted_eps"].contains(&id));
    let rows = state.of_project(call.project);
    let rows = rows.filter(|_| is_running && is_asked).collect();
    parameters.page("instances", rows, MOST, Instance::describe)
}

pub fn show(instance: &mut Instance, _: &Call<'_>) -> Answer {
    Ok(json_answer(200, &instance.describe()))
}

pub fn statistics(instance: &mut Instance, _: &Call<'_>) -> Answer {
    let repositories = instance.repositories.iter();
    let artifacts: u64 = repositories.map(|one| one.artifacts).sum();
    Ok(json_answer(
        200,
        &json!({
            "storage_used": artifacts * 54_000_000,
            "total_namespace_count": instance.namespaces.len(),
            "total_image_count": instance.repositories.len(),
            "namespace_quota": 100,
            "image_repo_quota": 3_000,
            "replica_policy_quota": 50,
            "replica_policy_count": instance.policies.len(),
            "replica_registry_quota": 50,
            "replica_registry_count": instance.registries.len(),
            "retention_policy_quota": 50,
            "retention_policy_count": 0,
            "notify_policy_quota": 50,
            "notify_policy_count": 0,
            "sign_policy_quota": 50,
            "sign_policy_count": 0,
            "intranet_endpoint_quota": 10,
            "intranet_endpoint_count": 1,
            "long_term_quota": 20,
        }),
    ))
}
