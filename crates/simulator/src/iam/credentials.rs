//! Whose a permanent access key is (corrections §6).

use serde_json::json;

use crate::gateway::account::Account;
use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::KeyStanding;

use super::call::Call;
use super::refusal::refused;
use super::state::State;

/// One's own, and for the administrator those of the account. Temporary keys are not found.
pub fn show(state: &mut State, call: &Call<'_>, access_key: &str) -> Answer {
    let keys = &state.tokens.access_keys;
    let found = keys.find(access_key).filter(|key| {
        key.security_token.is_none() && Account::of_user(key.user_id) == call.caller.account()
    });
    let Some(key) = found else {
        let message = format!("Could not find credential: {access_key}.");
        return Err(refused(404, "Not Found", &message));
    };
    if key.user_id != call.caller.user_id && !call.caller.is_administrator() {
        return Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action.",
        ));
    }
    let status = match keys.standing(key) {
        KeyStanding::Active => "active",
        KeyStanding::Inactive | KeyStanding::Expired => "inactive",
    };
    Ok(json_answer(
        200,
        &json!({ "credential": {
            "user_id": key.user_id,
            "access": key.id,
            "status": status,
            "create_time": "2026-01-08T06:25:19.014028Z",
            "description": "",
        } }),
    ))
}
