//! Finds code, message and request ID in every error body that the services and the gateway send.

use serde_json::Value;

use super::refusal::Refusal;
use crate::meaning;
use crate::wire::response::Response;

/// Pairs of names for code and message, the vendor's recommended ones first (reference §4).
const PAIRS: [(&str, &str); 5] = [
    ("error_code", "error_msg"),
    ("errorCode", "errorMessage"),
    ("errorCode", "errorMsg"),
    ("error_code", "error_description"),
    ("code", "message"),
];

pub(super) fn refusal(response: &Response) -> Refusal {
    let body = serde_json::from_slice::<Value>(&response.body).unwrap_or(Value::Null);
    let (code, message) = find(&body, 0).unwrap_or_default();
    let in_body = body
        .get("request_id")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let in_header = response.header("X-Request-Id").map(str::to_owned);
    let meaning = meaning::of(response.status, &code);
    Refusal {
        status: response.status,
        code,
        message,
        request_id: in_body.or(in_header),
        meaning,
        retry_after: response
            .header("Retry-After")
            .and_then(|seconds| seconds.trim().parse().ok()),
    }
}

/// Bodies nest at most three deep; a hostile one is not followed further.
fn find(value: &Value, depth: usize) -> Option<(String, String)> {
    const DEEPEST: usize = 3;
    if depth > DEEPEST {
        return None;
    }
    if let Value::Array(items) = value {
        return find(items.first()?, depth + 1);
    }
    for (code_name, message_name) in PAIRS {
        let code = value.get(code_name).and_then(code_text);
        // HSS may leave one of its two texts empty.
        let message = value
            .get(message_name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty());
        if let (Some(code), Some(message)) = (&code, message) {
            return Some((code.clone(), message.to_owned()));
        }
    }
    for (code_name, _) in PAIRS {
        if let Some(code) = value.get(code_name).and_then(code_text) {
            let message = value
                .get("error_description")
                .and_then(Value::as_str)
                .unwrap_or("");
            return Some((code, message.to_owned()));
        }
    }
    ["errors", "error", "details"]
        .iter()
        .find_map(|name| find(value.get(name)?, depth + 1))
}

/// IAM and HSS send numbers where others send text.
fn code_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
