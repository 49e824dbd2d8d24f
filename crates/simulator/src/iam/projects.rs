//! The projects of the caller's account (examples §1.3).

use serde_json::{Value, json};

use crate::gateway::account::Account;
use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::identities::{REGION, SUB_PROJECT, SUB_PROJECT_ID};

use super::call::Call;
use super::links::{self, HOST};
use super::refusal::refused;
use super::state::State;

pub fn list(_: &mut State, call: &Call<'_>) -> Answer {
    Ok(answer(call, projects(call)))
}

/// The account's projects of a name, or all of them, for who has the right to list them.
pub fn find(_: &mut State, call: &Call<'_>) -> Answer {
    if !call.caller.is_administrator() {
        return Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action: iam:projects:listProjects",
        ));
    }
    let name = call.arrived.request.parameter("name");
    let mut projects = projects(call);
    projects.retain(|project| name.as_ref().is_none_or(|name| project["name"] == **name));
    Ok(answer(call, projects))
}

fn projects(call: &Call<'_>) -> Vec<Value> {
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
    projects
}

fn answer(call: &Call<'_>, projects: Vec<Value>) -> Response {
    json_answer(
        200,
        &json!({
            "projects": projects,
            "links": links::of_list(call.arrived.path),
        }),
    )
}
