//! Finds code, message and request ID in every error body that the services and the gateway send.

use serde_json::Value;

use super::form::Form;
use super::meaning::Meaning;
use super::refusal::Refusal;
use crate::meaning::{self, Speaker};
use crate::wire::json;
use crate::wire::number::whole;
use crate::wire::response::{Response, SHORT, beginning};
use crate::wire::timestamp::Timestamp;

/// Pairs of names for code and message, the vendor's recommended ones first (reference §4).
const PAIRS: [(&str, &str); 5] = [
    ("error_code", "error_msg"),
    ("errorCode", "errorMessage"),
    ("errorCode", "errorMsg"),
    ("error_code", "error_description"),
    ("code", "message"),
];

/// Characters of a message that are kept.
const MESSAGE: usize = 2_000;

/// Characters of an encoded message that is kept. A part of one cannot be decoded, so a longer one is
/// left out.
const ENCODED: usize = 4_096;

/// The gateway's words for a request without its token; the code is that of a bad one (Huawei Cloud's page
/// of APIGW error codes).
const NO_TOKEN_CAME: &str = "x-auth-token not found";

pub(super) fn refusal(response: &Response) -> Refusal {
    let body = json::parse(&response.body).unwrap_or(Value::Null);
    let told = find(&body, 0).unwrap_or_default();
    let speaker = Speaker::of(response.service, told.form, response.status, &told.code);
    let in_body = body
        .get("request_id")
        .and_then(Value::as_str)
        .map(|id| beginning(id, SHORT));
    let meaning = if speaker == Speaker::Gateway && told.message.contains(NO_TOKEN_CAME) {
        Meaning::CredentialLost
    } else {
        meaning::of(speaker, response.status, &told.code)
    };
    Refusal {
        status: response.status,
        code: beginning(&told.code, SHORT),
        message: beginning(&told.message, MESSAGE),
        request_id: in_body.or_else(|| response.request_id()),
        meaning,
        retry_after: retry_after(
            response.header("Retry-After"),
            response.header("Date").and_then(Timestamp::parse_http_date),
        ),
        encoded_authorization_message: encoded_message(&body),
    }
}

/// In the body itself, or in the first of its errors.
fn encoded_message(body: &Value) -> Option<String> {
    const NAME: &str = "encoded_authorization_message";
    let first = || body.get("errors").unwrap_or(body).get(0)?.get(NAME);
    let message = body.get(NAME).or_else(first)?.as_str()?;
    let is_whole = (1..=ENCODED).contains(&message.chars().count());
    is_whole.then(|| message.to_owned())
}

/// In seconds. A date counts from when the answer was made by the same server's clock: the browser's
/// may be hours off.
fn retry_after(told: Option<&str>, answered_at: Option<Timestamp>) -> Option<u32> {
    let told = told?.trim();
    if let Ok(seconds) = told.parse() {
        return Some(seconds);
    }
    let wait = Timestamp::parse_http_date(told)?.milliseconds_since(answered_at?);
    u32::try_from((wait.max(0) + 999) / 1_000).ok()
}

/// What a body tells.
#[derive(Default)]
struct Told {
    code: String,
    message: String,
    /// A form that a service is known by where its code has no name in it.
    form: Form,
}

/// What Keystone's receipt names the factors that it wants; it has no code, so this stands for one.
const FURTHER_FACTORS: &str = "required_auth_methods";

/// Bodies nest at most three deep; a hostile one is not followed further.
fn find(value: &Value, depth: usize) -> Option<Told> {
    const DEEPEST: usize = 3;
    if depth > DEEPEST {
        return None;
    }
    if let Value::Array(items) = value {
        return find(items.first()?, depth + 1);
    }
    if let Some(told) = receipt(value) {
        return Some(told);
    }
    for (code_name, message_name) in PAIRS {
        let code = value.get(code_name).and_then(code_text);
        // HSS may leave one of its two texts empty.
        let message = value
            .get(message_name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty());
        if let (Some(code), Some(message)) = (&code, message) {
            return Some(Told {
                code: code.clone(),
                message: message.to_owned(),
                form: Form::of(value),
            });
        }
    }
    for (code_name, _) in PAIRS {
        if let Some(code) = value.get(code_name).and_then(code_text) {
            let message = value
                .get("error_description")
                .and_then(Value::as_str)
                .unwrap_or("");
            return Some(Told {
                code,
                message: message.to_owned(),
                form: Form::of(value),
            });
        }
    }
    ["errors", "error", "details"]
        .iter()
        .find_map(|name| find(value.get(name)?, depth + 1))
}

/// A receipt lists ways to sign in, each with all the factors that it takes.
fn receipt(value: &Value) -> Option<Told> {
    value.get("receipt")?.as_object()?;
    let ways = value.get(FURTHER_FACTORS)?.as_array()?.iter();
    let ways = ways.filter_map(Value::as_array).map(|way| {
        let factors: Vec<&str> = way.iter().filter_map(Value::as_str).collect();
        factors.join("+")
    });
    Some(Told {
        code: FURTHER_FACTORS.to_owned(),
        message: ways.collect::<Vec<String>>().join(", "),
        form: Form::Receipt,
    })
}

/// IAM and HSS send numbers where others send text, all of them whole.
fn code_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => whole(number).map(|number| number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
