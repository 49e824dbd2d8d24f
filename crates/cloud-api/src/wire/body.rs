//! Bodies, in and out.

use serde::Serialize;
use serde_json::Value;

use super::error::{ApiError, Unreadable};
use super::json;
use super::response::{Response, SHORT, beginning};

/// Decodes the body of a 2xx answer; any other status becomes a refusal, and so
/// does a web page, which is nobody's answer.
pub(crate) fn decode(response: &Response) -> Result<Value, ApiError> {
    if !response.is_success() || response.is_web_page() {
        return Err(ApiError::from_response(response));
    }
    json::parse(&response.body).map_err(|error| unreadable(response, &error.to_string()))
}

/// A 2xx answer that lacks what it should have.
pub(crate) fn unreadable(response: &Response, at: &str) -> ApiError {
    ApiError::Unreadable(Unreadable {
        status: response.status,
        at: beginning(at, SHORT),
        request_id: response.request_id(),
    })
}

/// Encodes a request's body. Our own types hold nothing that JSON cannot say, so the empty body of
/// the impossible case would be refused by the service and shown.
pub(crate) fn encode(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
