//! Answers as the services give them.

use cloud_api::Response;
use serde_json::Value;

/// What a service says to a call: that it is done, or its refusal.
pub type Answer = Result<Response, Response>;

/// An answer with a JSON body.
pub fn json_answer(status: u16, body: &Value) -> Response {
    Response {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.to_string().into_bytes(),
    }
}

/// An answer without a body.
pub fn empty(status: u16) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: Vec::new(),
    }
}
