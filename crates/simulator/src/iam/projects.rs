//! The projects of the caller's account (examples §1.3).

use serde_json::json;

use crate::gateway::account::Account;
use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::{REGION, SUB_PROJECT, SUB_PROJECT_ID};

use super::call::Call;
use super::links::{self, HOST};
use super::state::State;

pub fn list(_: &mut State, call: &Call<'_>) -> Answer {
    let account = call.caller.account();
    let main = account.main_project();
    let project = |id: &str, name: &str, parent: &str, description: &str| {
        json!({
            "id": id,
            "name": name,
            "domain_id": account.id(),
            "parent_id": parent,
            "is_domain": false,
            "enabled": true,
            "description": description,
            "links": { "self": format!("{HOST}/v3/projects/{id}") },
        })
    };
    let mut projects = vec![project(main, REGION, account.id(), "")];
    if account == Account::Acme {
        projects.push(project(SUB_PROJECT_ID, SUB_PROJECT, main, "team"));
    }
    Ok(json_answer(
        200,
        &json!({
            "projects": projects,
            "links": links::of_list(call.arrived.path),
        }),
    ))
}
