//! How much of what the project may have (examples §3.5).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};

use super::call::Call;
use super::shareable::MOST;
use super::state::State;

/// Images that a project may have, own ones and accepted ones.
const IMAGES: usize = 5_000;

/// A pending share uses nothing (corrections §4).
pub fn show(state: &mut State, call: &Call<'_>) -> Answer {
    let own = || {
        let images = state.images.iter();
        images.filter(|image| image.owner == call.project)
    };
    let accepted = state.images.iter().filter(|image| {
        let mut routes = image.members.iter().filter(|it| call.is_reached_by(it));
        routes.any(|it| it.status.eq_ignore_ascii_case("accepted"))
    });
    let most_members = own().map(|image| image.members.len()).max();
    let row = |kind: &str, used: usize, quota: usize| -> Value {
        json!({ "type": kind, "used": used, "quota": quota, "min": 0, "max": quota })
    };
    let resources = [
        row("image", own().count(), IMAGES),
        row("image_shared", accepted.count(), IMAGES),
        row("image_member", most_members.unwrap_or(0), MOST),
    ];
    let answer = json!({ "quotas": { "resources": resources } });
    Ok(json_answer(200, &answer))
}
