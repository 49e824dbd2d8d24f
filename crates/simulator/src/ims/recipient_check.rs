//! Who an image can be shared with, and with whom that can stop.

use crate::gateway::answer::Response;
use crate::gateway::identities::OTHER_REGION_PROJECT_ID;

use super::call::Call;
use super::image::Image;
use super::recipient::{Kind, Recipient, is_id};
use super::refusal::{invalid, refused};

/// Somebody to share with, or why nobody can be.
pub fn to_add(call: &Call<'_>, kind: Kind, text: &str) -> Result<Recipient, Response> {
    let refuse = |code, message| Err(refused(400, code, message));
    match kind {
        Kind::Project if !is_id(text) => Err(no_project()),
        Kind::Project if text == call.project => refuse(
            "IMG.0076",
            "An image cannot be shared with the project that it belongs to.",
        ),
        Kind::Project if text == OTHER_REGION_PROJECT_ID => {
            refuse("IMG.0177", "An image cannot be shared with another region.")
        }
        Kind::Domain if text == call.account.id() => refuse(
            "IMG.0178",
            "An image cannot be shared within the same account.",
        ),
        Kind::Domain if !is_id(text) => Err(invalid(kind.list())),
        Kind::Project | Kind::Domain => Ok(Recipient::of_id(kind, text)),
        Kind::Organization => Recipient::of_urn(text).ok_or_else(|| invalid(kind.list())),
    }
}

/// Somebody to stop sharing with. What an image is shared with can be named whatever its form, an
/// organization by URN or ID (corrections §4).
pub fn to_delete(kind: Kind, text: &str, images: &[&Image]) -> Result<Recipient, Response> {
    if let Some(recipient) = Recipient::of_urn(text).filter(|_| kind == Kind::Organization) {
        return Ok(recipient);
    }
    let mut members = images.iter().flat_map(|image| &image.members);
    match is_id(text) || members.any(|member| member.id == text) {
        true => Ok(Recipient::of_id(kind, text)),
        false if kind == Kind::Project => Err(no_project()),
        false => Err(invalid(kind.list())),
    }
}

fn no_project() -> Response {
    refused(400, "IMG.0067", "The project ID is not a valid one.")
}
