//! Who is asking: a token in the header, or a signature.

use super::answer::Response;
use super::caller::Caller;
use super::incoming::Arrived;
use super::refusal;
use super::signature::signed;
use super::tokens::{Tokens, Unaccepted};

/// The caller, or the gateway's refusal.
pub fn caller(tokens: &Tokens, arrived: &Arrived<'_>) -> Result<Caller, Response> {
    if let Some(authorization) = arrived.request.header("Authorization") {
        return signed(&tokens.access_keys, arrived, authorization);
    }
    let Some(token) = arrived.request.header("X-Auth-Token") else {
        return Err(refusal::identity("x-auth-token not found"));
    };
    tokens
        .caller(token, arrived.now)
        .map_err(|unaccepted| match unaccepted {
            Unaccepted::Unknown => refusal::identity("decrypt token fail"),
            Unaccepted::Expired => refusal::identity("token expires, please acquire a new one"),
        })
}
