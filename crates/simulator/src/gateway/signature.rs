//! Signatures of requests, really verified.

use cloud_api::signing::{Signable, signature, string_to_sign};
use cloud_api::{Secret, Timestamp};

use super::answer::Response;
use super::caller::{Caller, Scope};
use super::identities::{ACCESS_KEY_ID, PEOPLE, SECRET_KEY};
use super::incoming::Arrived;
use super::refusal;

/// How far a signed date may be off; the tolerance of the clouds is not documented.
const TOLERANCE: i64 = 15 * 60 * 1_000;

/// The owner of the key that signed the request, or the gateway's refusal.
pub fn signed(arrived: &Arrived<'_>, authorization: &str) -> Result<Caller, Response> {
    let &Arrived { request, path, now } = arrived;
    let refuse = |message: &str| Err(refusal::identity(message));
    let Some(parts) = authorization.strip_prefix("SDK-HMAC-SHA256 ") else {
        return refuse("unknown algorithm");
    };
    let part = |name: &str| parts.split(", ").find_map(|part| part.strip_prefix(name));
    let (Some(key), Some(names), Some(given)) =
        (part("Access="), part("SignedHeaders="), part("Signature="))
    else {
        return refuse("the Authorization header is not complete");
    };
    if key != ACCESS_KEY_ID {
        return refuse(&format!("ak {key} not exist"));
    }
    let names: Vec<&str> = names.split(';').collect();
    if !names.contains(&"host") || !names.contains(&"x-sdk-date") {
        return refuse("host and x-sdk-date must be signed");
    }
    let mut headers = Vec::new();
    for name in names {
        match request.header(name) {
            Some(value) => headers.push((name.to_owned(), value.to_owned())),
            None => return refuse(&format!("signed header {name} not found")),
        }
    }
    let date = request.header("X-Sdk-Date").unwrap_or_default();
    let is_fresh =
        signed_time(date).is_some_and(|time| now.milliseconds_since(time).abs() <= TOLERANCE);
    if !is_fresh {
        return refuse("x-sdk-date is stale");
    }
    let signable = Signable {
        method: &request.method,
        path,
        query: request.pairs(),
        headers,
        body: &request.body,
    };
    let text = string_to_sign(date, &signable.canonical_request());
    if signature(&Secret::new(SECRET_KEY), &text) != given {
        return refuse("verify aksk signature fail");
    }
    Ok(Caller {
        user_id: PEOPLE[0].id.to_owned(),
        scope: Scope::Main,
    })
}

/// Reads `20240301T081530Z`.
fn signed_time(date: &str) -> Option<Timestamp> {
    if date.len() != 16 || !date.is_ascii() || &date[8..9] != "T" || !date.ends_with('Z') {
        return None;
    }
    Timestamp::parse(&format!(
        "{}-{}-{}T{}:{}:{}",
        &date[..4],
        &date[4..6],
        &date[6..8],
        &date[9..11],
        &date[11..13],
        &date[13..]
    ))
}
