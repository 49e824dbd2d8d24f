//! Error bodies of HSS (examples §5.5).

use serde_json::json;

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::refusal;

/// A fault of the request or of the service, with both texts at once.
pub fn refused(status: u16, code: &str, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error_code": code, "error_description": message, "error_msg": message }),
    )
}

/// A parameter is not as documented.
pub fn invalid(what: &str) -> Response {
    refused(400, "HSS.0001", &format!("Invalid parameter: {what}"))
}

/// The caller may not, or the object is outside of what was asked for; one text only.
pub fn denied(status: u16) -> Response {
    json_answer(
        status,
        &json!({ "error_code": "00000010", "error_description": "Access denied" }),
    )
}

/// A fault with a number as code and one text, as the older calls have it.
pub fn numbered(status: u16, code: u16, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error_code": code, "error_description": message }),
    )
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    refusal::of_status(status).unwrap_or_else(|| match status {
        403 => denied(403),
        404 => refused(404, "HSS.1005", "The object does not exist"),
        _ => refused(status, "HSS.0041", "The query failed"),
    })
}
