//! Signatures of requests, really verified.

use cloud_api::signing::{Signable, read_date, signature, string_to_sign};
use cloud_api::{Secret, Timestamp};

use super::access_keys::AccessKeys;
use super::account::Account;
use super::answer::{Response, json_answer};
use super::caller::{Caller, Scope};
use super::identities::{AccessKey, KeyStanding, SUB_PROJECT_ID};
use super::incoming::{Arrived, Incoming};
use super::refusal;

/// How far a signed date may be off (corrections §6).
const TOLERANCE: i64 = 15 * 60 * 1_000;

/// The owner of the key that signed the request, or the gateway's refusal.
pub fn signed(
    keys: &AccessKeys,
    arrived: &Arrived<'_>,
    authorization: &str,
) -> Result<Caller, Response> {
    let &Arrived { request, path, now } = arrived;
    let refuse = |message: &str| Err(refusal::identity(message));
    let Some(parts) = authorization.strip_prefix("SDK-HMAC-SHA256 ") else {
        return refuse("unknown algorithm");
    };
    let part = |name: &str| parts.split(", ").find_map(|part| part.strip_prefix(name));
    let (Some(id), Some(names), Some(given)) =
        (part("Access="), part("SignedHeaders="), part("Signature="))
    else {
        return refuse("the Authorization header is not complete");
    };
    let Some(key) = keys.find(id) else {
        return refuse(&format!("ak {id} not exist"));
    };
    if keys.is_locked(key, now) {
        return refuse("AK access failed to reach the limit,forbidden");
    }
    let names: Vec<&str> = names.split(';').collect();
    if !names.contains(&"host") || !names.contains(&"x-sdk-date") {
        return refuse("host and x-sdk-date must be signed");
    }
    let mut headers = Vec::new();
    for name in &names {
        match request.header(name) {
            Some(value) => headers.push(((*name).to_owned(), value.to_owned())),
            None => return refuse(&format!("signed header {name} not found")),
        }
    }
    let date = request.header("X-Sdk-Date").unwrap_or_default();
    if let Some(message) = stale(date, now) {
        return refuse(&message);
    }
    let signable = Signable {
        method: &request.method,
        path,
        query: request.pairs(),
        headers,
        body: &request.body,
    };
    let text = string_to_sign(date, &signable.canonical_request());
    let is_right = signature(&Secret::new(key.secret), &text) == given;
    keys.note(key, is_right, now);
    if !is_right {
        return refuse("verify aksk signature fail");
    }
    for wanted in ["x-project-id", "x-domain-id", "x-security-token"] {
        if request.header(wanted).is_some() && !names.contains(&wanted) {
            return refuse(&format!("{wanted} must be signed"));
        }
    }
    usable(keys, key, request)?;
    Ok(Caller {
        user_id: key.user_id.to_owned(),
        scope: scope(key, request)?,
    })
}

/// What is wrong with a signed date.
fn stale(date: &str, now: Timestamp) -> Option<String> {
    let Some(time) = read_date(date) else {
        return Some("x-sdk-date is of another form".to_owned());
    };
    let is_fresh = now.milliseconds_since(time).abs() <= TOLERANCE;
    let (day, time) = now.date_and_time();
    let server = format!("{day}T{time}Z").replace(['-', ':'], "");
    (!is_fresh).then(|| format!("Signature expired, signature time:{date},server time:{server}"))
}

/// Whether a key may be used, in IAM's words (corrections §1).
fn usable(keys: &AccessKeys, key: &AccessKey, request: &Incoming) -> Result<(), Response> {
    let refuse = |code: &str, message: &str| {
        let body = serde_json::json!({ "error_code": code, "error_msg": message });
        Err(json_answer(400, &body))
    };
    match keys.standing(key) {
        KeyStanding::Inactive => return refuse("IAM.1107", "The access key is inactive."),
        KeyStanding::Expired => return refuse("IAM.1108", "The security token has expired."),
        KeyStanding::Active => {}
    }
    match key.security_token {
        Some(token) if request.header("X-Security-Token") != Some(token) => {
            Err(refusal::identity("the security token is wrong or missing"))
        }
        None if request.header("X-Security-Token").is_some() => {
            Err(refusal::identity("the access key is permanent"))
        }
        Some(_) | None => Ok(()),
    }
}

/// The project that the request names. Without one it is the account, unless that has one project only
/// (corrections §6).
fn scope(key: &AccessKey, request: &Incoming) -> Result<Scope, Response> {
    let account = Account::of_user(key.user_id);
    if request
        .header("X-Domain-Id")
        .is_some_and(|id| id != account.id())
    {
        return Err(refusal::identity("the account is another"));
    }
    match request.header("X-Project-Id") {
        Some(id) if id == account.main_project() => Ok(Scope::Main),
        Some(id) if id == SUB_PROJECT_ID && account == Account::Acme => Ok(Scope::Sub),
        Some(_) => Err(refusal::identity("the project is not one of the account")),
        None if account == Account::Acme => Ok(Scope::Account),
        None => Ok(Scope::Main),
    }
}
