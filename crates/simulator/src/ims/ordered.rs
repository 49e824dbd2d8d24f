//! What a test orders of members: that there is one, or none any more, without anybody asking.

use cloud_api::Timestamp;
use serde_json::Value;

use super::member::Member;
use super::recipient::{Kind, Recipient};
use super::state::State;

/// The states that can be ordered, in the cases that are met.
const STATES: [&str; 6] = [
    "accepted", "pending", "rejected", "ACCEPTED", "PENDING", "REJECTED",
];

/// Makes an image (by ID or name) have a member in a `status`, or without one not have it; whether the
/// order was understood.
pub fn member(state: &mut State, body: &[u8], now: Timestamp) -> bool {
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let text = |name: &str| body[name].as_str();
    let (Some(wanted), Some(id)) = (text("image"), text("member")) else {
        return false;
    };
    let kind = match text("kind") {
        None => Some(Kind::Project),
        Some(word) => Kind::ALL.into_iter().find(|kind| kind.word() == word),
    };
    let status = match &body["status"] {
        Value::Null => None,
        asked => match STATES.into_iter().find(|known| asked == known) {
            None => return false,
            known => known,
        },
    };
    state.settle(now);
    let mut images = state.images.iter_mut();
    let image = images.find(|image| image.id == wanted || image.name == wanted);
    let (Some(kind), Some(image)) = (kind, image) else {
        return false;
    };
    let recipient = Recipient {
        kind,
        id: id.to_owned(),
        urn: text("urn").map(str::to_owned),
    };
    let place = image.place(&recipient);
    let kept = place.map(|place| image.members.remove(place));
    if let Some(status) = status {
        let member = Member {
            status,
            changed: now,
            ..kept.unwrap_or_else(|| Member::of(&recipient, now))
        };
        image
            .members
            .insert(place.unwrap_or(image.members.len()), member);
    }
    true
}
