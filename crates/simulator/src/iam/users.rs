//! The users of the account (examples §1.4).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::users::User;

use super::call::Call;
use super::links::{self, HOST};
use super::refusal::refused;
use super::state::State;

/// Only for the one Security Administrator of the account.
pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    if !call.caller.is_administrator() {
        return Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action: identity:list_users",
        ));
    }
    let request = call.arrived.request;
    let name = request.parameter("name");
    let enabled = match request.parameter("enabled").as_deref() {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) => {
            return Err(refused(400, "Bad Request", "enabled must be true or false"));
        }
    };
    let account = call.caller.account();
    let is_account = request
        .parameter("domain_id")
        .is_none_or(|id| id == account.id());
    let users: Vec<Value> = state
        .users
        .of(account)
        .filter(|_| is_account)
        .filter(|(_, user)| name.as_ref().is_none_or(|name| *name == user.name))
        .filter(|(_, user)| enabled.is_none_or(|enabled| enabled == user.enabled))
        .map(|(id, user)| described(id, user))
        .collect();
    Ok(json_answer(
        200,
        &json!({ "users": users, "links": links::of_list(call.arrived.path) }),
    ))
}

/// Oneself, and for the administrator anybody of the account.
pub fn show(state: &mut State, call: &Call<'_>, id: &str) -> Answer {
    let account = call.caller.account();
    let found = state.users.of(account).find(|(known, _)| *known == id);
    if id != call.caller.user_id && !call.caller.is_administrator() {
        return Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action: identity:get_user",
        ));
    }
    match found {
        Some((id, user)) => Ok(json_answer(200, &json!({ "user": described(id, user) }))),
        None => Err(refused(
            404,
            "Not Found",
            &format!("Could not find user: {id}."),
        )),
    }
}

fn described(id: &str, user: &User) -> Value {
    json!({
        "id": id,
        "name": user.name,
        "domain_id": user.account.id(),
        "enabled": user.enabled,
        "description": "",
        "password_expires_at": null,
        "links": { "self": format!("{HOST}/v3/users/{id}") },
    })
}
