//! Error bodies of SWR Enterprise: the short form of the seed page and the combined one (corrections
//! §1). The codes of the short form beyond `SWR.400003` are assumed.

use serde_json::{Value, json};

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::refusal;

/// What an administrator decodes with STS.
const ENCODED: &str = "CiAgeyJhbGxvd2VkIjpmYWxzZX0=";

/// The form of the page about deleting a registry.
pub fn short(status: u16, code: &str, message: &str) -> Response {
    let mut body = json!({ "error_code": code, "error_msg": message });
    if status == 403 {
        body["encoded_authorization_message"] = json!(ENCODED);
    }
    json_answer(status, &body)
}

/// The form that both editions share.
pub fn combined(status: u16, code: &str, message: &str) -> Response {
    let mut old = json!({ "errorCode": code, "errorMessage": message, "detail": "" });
    let mut body = json!({
        "errors": [],
        "error_code": code,
        "error_msg": message,
        "details": [{ "error_code": code, "error_msg": "" }],
    });
    if status == 403 {
        old["encoded_authorization_message"] = json!(ENCODED);
        body["encoded_authorization_message"] = json!(ENCODED);
    }
    body["errors"] = Value::Array(vec![old]);
    json_answer(status, &body)
}

/// A parameter is not as documented.
pub fn invalid(what: &str) -> Response {
    short(400, "SWR.400003", &format!("Invalid parameter: {what}"))
}

/// There is no such thing.
pub fn unknown(what: &str) -> Response {
    short(404, "SWR.404001", &format!("The {what} does not exist"))
}

/// The name is taken.
pub fn taken(name: &str) -> Response {
    short(409, "SWR.409001", &format!("{name} already exists"))
}

/// Something keeps the call from being done.
pub fn in_the_way(message: &str) -> Response {
    short(400, "SWR.400012", message)
}

/// The service reached no healthy registry with what it was given.
pub fn unhealthy() -> Response {
    short(
        400,
        "SWR.400021",
        "The registry is unhealthy: check its URL and credential",
    )
}

/// The caller may not.
pub fn denied() -> Response {
    combined(403, "SVCSTG.SWR.4030170", "Insufficient permissions")
}

/// The service itself fails.
pub fn failed() -> Response {
    short(500, "SWR.500001", "Internal error")
}

/// What a status that a test orders stands for.
pub fn of_status(status: u16) -> Response {
    refusal::of_status(status).unwrap_or_else(|| match status {
        403 => denied(),
        404 => unknown("resource"),
        500 => failed(),
        _ => combined(status, "SVCSTG.SWR.5000000", "Internal error"),
    })
}
