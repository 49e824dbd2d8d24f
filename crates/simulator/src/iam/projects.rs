//! The projects of the account (examples §1.3).

use serde_json::json;

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::{ACCOUNT_ID, PROJECT_ID, REGION, SUB_PROJECT, SUB_PROJECT_ID};

use super::call::Call;
use super::links::{self, HOST};
use super::state::State;

pub fn list(_: &mut State, call: &Call<'_>) -> Answer {
    let project = |id: &str, name: &str, parent: &str, description: &str| {
        json!({
            "id": id,
            "name": name,
            "domain_id": ACCOUNT_ID,
            "parent_id": parent,
            "is_domain": false,
            "enabled": true,
            "description": description,
            "links": { "self": format!("{HOST}/v3/projects/{id}") },
        })
    };
    Ok(json_answer(
        200,
        &json!({
            "projects": [
                project(PROJECT_ID, REGION, ACCOUNT_ID, ""),
                project(SUB_PROJECT_ID, SUB_PROJECT, PROJECT_ID, "team"),
            ],
            "links": links::of_list(call.arrived.path),
        }),
    ))
}
