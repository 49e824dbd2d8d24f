//! The gateway's own refusals (reference §4); each service has its others.

use serde_json::json;

use super::answer::{Response, json_answer};

/// What a status that a test orders stands for, where it is the gateway that says it.
pub fn of_status(status: u16) -> Option<Response> {
    match status {
        401 => Some(identity("token expires, please acquire a new one")),
        429 => Some(gateway(
            429,
            "APIGW.0308",
            "The throttling threshold has been reached",
        )),
        502 | 504 => Some(gateway(status, "APIGW.0201", "Backend unavailable")),
        _ => None,
    }
}

/// The gateway does not accept who is asking.
pub fn identity(message: &str) -> Response {
    gateway(
        401,
        "APIGW.0301",
        &format!("Incorrect IAM authentication information: {message}"),
    )
}

/// The gateway knows no such path or method.
pub fn unknown_path() -> Response {
    gateway(
        404,
        "APIGW.0101",
        "The API does not exist or has not been published in the environment",
    )
}

/// The proxy's word: only the console may come this way.
pub fn not_the_console() -> Response {
    json_answer(
        403,
        &json!({ "error_code": "PROXY.0403", "error_msg": "X-Image-Console is missing" }),
    )
}

/// The request ID joins when the answer is stamped.
fn gateway(status: u16, code: &str, message: &str) -> Response {
    json_answer(status, &json!({ "error_msg": message, "error_code": code }))
}
