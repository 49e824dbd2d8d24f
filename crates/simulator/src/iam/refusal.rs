//! Error bodies of IAM (reference §4).

use serde_json::json;

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::refusal;

/// The older form, with a number as code.
pub fn refused(status: u16, title: &str, message: &str) -> Response {
    json_answer(
        status,
        &json!({ "error": { "code": status, "message": message, "title": title } }),
    )
}

/// The newer form.
pub fn coded(status: u16, code: &str, message: &str) -> Response {
    json_answer(status, &json!({ "error_code": code, "error_msg": message }))
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    refusal::of_status(status).unwrap_or_else(|| match status {
        400 => refused(400, "Bad Request", "The request body is invalid"),
        403 => refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action.",
        ),
        404 => refused(404, "Not Found", "The resource could not be found."),
        _ => refused(
            status,
            "Internal Server Error",
            "An unexpected error prevented the server from fulfilling your request.",
        ),
    })
}
