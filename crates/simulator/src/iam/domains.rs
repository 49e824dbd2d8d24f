//! The account of the caller (corrections §6).

use serde_json::json;

use crate::gateway::answer::{Answer, json_answer};

use super::call::Call;
use super::links::{self, HOST};
use super::state::State;

pub fn list(_: &mut State, call: &Call<'_>) -> Answer {
    let account = call.caller.account();
    let id = account.id();
    Ok(json_answer(
        200,
        &json!({
            "domains": [{
                "id": id,
                "name": account.name(),
                "enabled": true,
                "description": "",
                "links": { "self": format!("{HOST}/v3/domains/{id}") },
            }],
            "links": links::of_list(call.arrived.path),
        }),
    ))
}
