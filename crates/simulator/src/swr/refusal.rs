//! Error bodies of SWR (examples §1.15, reference §4).

use serde_json::json;

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::refusal;

/// The current form, with old and new fields; some codes still come in the older wrapper or as a bare
/// array, so that clients meet all three.
pub fn refused(status: u16, code: &str, message: &str) -> Response {
    let old = json!({ "errorCode": code, "errorMessage": message, "detail": "" });
    let body = match code {
        "SVCSTG.SWR.4040010" | "SVCSTG.SWR.4040058" | "SVCSTG.SWR.4001158" => {
            json!({ "errors": [old] })
        }
        "SVCSTG.SWR.4040091" => json!([old]),
        "SVCSTG.SWR.4030170" => json!({
            "errors": [{ "errorCode": code, "errorMessage": message, "detail": "", "encoded_authorization_message": "CiAg" }],
            "error_code": code,
            "error_msg": message,
            "details": [{ "error_code": code, "error_msg": "" }],
            "encoded_authorization_message": "CiAg",
        }),
        _ => json!({
            "errors": [old],
            "error_code": code,
            "error_msg": message,
            "details": [{ "error_code": code, "error_msg": "" }],
        }),
    };
    json_answer(status, &body)
}

/// The caller may not.
pub fn no_right() -> Response {
    refused(403, "SVCSTG.SWR.4030170", "Insufficient permissions")
}

/// There is no such repository.
pub fn no_image() -> Response {
    refused(404, "SVCSTG.SWR.4040010", "The image was not found")
}

/// There is no such tag.
pub fn no_tag() -> Response {
    refused(404, "SVCSTG.SWR.4040115", "The tag was not found")
}

/// A parameter is not as documented.
pub fn invalid(what: &str) -> Response {
    refused(400, "SVCSTG.SWR.4000014", what)
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    refusal::of_status(status).unwrap_or_else(|| match status {
        403 => no_right(),
        404 => no_image(),
        _ => refused(status, "SVCSTG.SWR.5000000", "Internal error"),
    })
}
