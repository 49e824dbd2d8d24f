//! Asking the simulated SWR Enterprise.

use serde_json::{Value, json};
use simulator::Simulator;

use super::support::*;

/// The instance in use.
pub const EE: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";

/// An open-source Harbor, whole.
pub fn harbor(name: &str) -> Value {
    json!({
        "name": name,
        "type": "swr-pro",
        "url": "https://new.acme.example",
        "credential": { "type": "basic", "access_key": "robot$sync", "access_secret": "secret" },
        "insecure": false,
        "dns_conf": { "hosts": { "new.acme.example": "10.0.1.20" } },
    })
}

/// A policy that pushes to a registry, whole.
pub fn policy(name: &str, registry: u64) -> Value {
    json!({
        "name": name,
        "dest_registry": { "id": registry },
        "filters": [{ "type": "name", "value": "library/**" }],
        "repo_scope_mode": "regular",
        "trigger": { "type": "manual" },
        "enabled": true,
    })
}

/// The same body with one field set, or left out where there is no value.
pub fn with(mut body: Value, field: &str, value: Value) -> Value {
    if value.is_null() {
        body.as_object_mut().unwrap().remove(field);
    } else {
        body[field] = value;
    }
    body
}

pub fn at(part: &str) -> String {
    format!("{EE}/{part}")
}

pub fn rows(cloud: &mut Simulator, part: &str, key: &str) -> Vec<Value> {
    let response = get(cloud, &at(part), ANNA);
    assert_eq!(response.status, 200, "{part}");
    read(&response)[key].as_array().unwrap().clone()
}

/// Status of a write of the administrator.
pub fn write(cloud: &mut Simulator, method: &str, part: &str, body: Value) -> u16 {
    ask(cloud, method, &at(part), ANNA, body).status
}

/// Starts a policy and gives the execution.
pub fn run(cloud: &mut Simulator, policy: u64) -> u64 {
    let body = json!({ "policy_id": policy });
    let response = ask(cloud, "POST", &at("replication/executions"), ANNA, body);
    assert_eq!(response.status, 202);
    read(&response)["id"].as_u64().unwrap()
}

pub fn execution(cloud: &mut Simulator, id: u64) -> Value {
    let all = rows(cloud, "replication/executions?limit=100", "executions");
    all.into_iter().find(|one| one["id"] == id).unwrap()
}
