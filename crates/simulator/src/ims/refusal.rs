//! Error bodies of IMS (examples §3.6).

use serde_json::json;

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::refusal;

/// A code with its message.
pub fn refused(status: u16, code: &str, message: &str) -> Response {
    let error = json!({ "error": { "message": message, "code": code } });
    json_answer(status, &error)
}

/// A parameter is not as documented.
pub fn invalid(what: &str) -> Response {
    refused(400, "IMG.0024", &format!("Parameter {what} is invalid."))
}

/// There is no such image, or the caller may not know of it.
pub fn unknown_image() -> Response {
    refused(400, "IMG.0027", "The image does not exist.")
}

/// The image is not shared with such a member.
pub fn unknown_member() -> Response {
    refused(404, "IMG.0114", "The member does not exist.")
}

/// There is no such job, or it is of another project.
pub fn unknown_job() -> Response {
    refused(400, "IMG.0086", "The job does not exist.")
}

/// The service breaks off.
pub fn broken() -> Response {
    of_status(500)
}

/// The caller may not.
pub fn denied() -> Response {
    refused(
        403,
        "IMG.0026",
        "You have no permission for this operation.",
    )
}

/// The project in the path is not that of the token.
pub fn other_project() -> Response {
    refused(
        400,
        "IMG.0030",
        "The project in the path is not that of the token.",
    )
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    refusal::of_status(status).unwrap_or_else(|| match status {
        403 => denied(),
        404 => refused(404, "IMG.0027", "The image does not exist."),
        _ => refused(status, "IMG.0001", "The service failed."),
    })
}
