//! Regions that images are copied to (examples §2.6).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::REGION;
use crate::gateway::refusal::unknown_path;

use super::call::Call;
use super::state::State;

/// To ordinary members this site does not offer the call.
pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    if !call.caller.is_administrator() {
        return Err(unknown_path());
    }
    let regions = std::iter::once(REGION).chain(state.target_organizations.keys().map(|id| &**id));
    let rows: Vec<Value> = regions.map(|id| json!({ "regionID": id })).collect();
    Ok(json_answer(200, &Value::Array(rows)))
}
