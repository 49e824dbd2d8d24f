//! Answers as the services give them.

use cloud_api::Service;
use serde_json::Value;

/// What the simulated cloud answers. It goes over the wire without saying who was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// A header's value; names compare without regard to case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The same as whoever asked a service gets it.
    #[must_use]
    pub fn to_asker_of(self, service: Service) -> cloud_api::Response {
        cloud_api::Response {
            service,
            status: self.status,
            headers: self.headers,
            body: self.body,
        }
    }
}

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
