//! A request as a value: what will be asked, before anybody sends or signs it.

use std::fmt;

use super::body;
use super::endpoint::{Endpoint, Method, Service};
use super::error::NotSent;
use super::path::{self, canonical_query};
use super::secret::Secret;

/// A header's value; some are secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderValue {
    /// May be shown.
    Plain(String),
    /// Must not be shown: copies print `$TOKEN` in its place.
    Secret(Secret),
}

impl HeaderValue {
    /// The value to send.
    #[must_use]
    pub fn reveal(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Secret(secret) => secret.reveal(),
        }
    }
}

/// What will be asked of a service. The credential is not part of it and joins when the request is
/// sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// What is asked.
    pub endpoint: &'static Endpoint,
    /// The parameters of the path in the order of the template, not yet escaped.
    pub parameters: Vec<String>,
    /// Query pairs, not yet escaped.
    pub query: Vec<(&'static str, String)>,
    /// Headers beside the credential.
    pub headers: Vec<(&'static str, HeaderValue)>,
    /// Body bytes; empty when there is none.
    pub body: Vec<u8>,
    /// Where in the body a text in JSON lacks its secret, in bytes: nothing that is kept or copied has it,
    /// and it joins when the request is sent.
    pub lacks_secret_at: Option<usize>,
    /// What is asked where the service finds fault with a value of this read that is not documented
    /// to be accepted everywhere.
    pub instead: Option<Box<Request>>,
    /// Whether it is sent to its end although the page that asks is left.
    pub outlives_page: bool,
}

impl Request {
    /// A request with the parameters of its path, not escaped. Every call has a content type: SWR
    /// wants one on reads too (seed pages), and the official SDK sends it to all services.
    pub(crate) fn new(endpoint: &'static Endpoint, parameters: &[&str]) -> Self {
        let content_type = HeaderValue::Plain("application/json".to_owned());
        Self {
            endpoint,
            parameters: parameters.iter().map(|text| (*text).to_owned()).collect(),
            query: Vec::new(),
            headers: vec![("Content-Type", content_type)],
            body: Vec::new(),
            lacks_secret_at: None,
            instead: None,
            outlives_page: false,
        }
    }

    /// With another content type than the usual one.
    pub(crate) fn with_content_type(mut self, content_type: &str) -> Self {
        for (name, value) in &mut self.headers {
            if *name == "Content-Type" {
                *value = HeaderValue::Plain(content_type.to_owned());
            }
        }
        self
    }

    /// With a value of visible ASCII (RFC 9110 §5.5). Browsers throw at others, which would be the end of
    /// the console.
    pub(crate) fn with_header(mut self, name: &'static str, value: &str) -> Result<Self, NotSent> {
        if !value.chars().all(|it| matches!(it, ' '..='~')) {
            return Err(NotSent::NotBuilt);
        }
        self.headers
            .push((name, HeaderValue::Plain(value.to_owned())));
        Ok(self)
    }

    pub(crate) fn with_query(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.query.push((key, value.into()));
        self
    }

    pub(crate) fn or_instead(mut self, other: Self) -> Self {
        self.instead = Some(Box::new(other));
        self
    }

    pub(crate) fn with_body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// With a body in which the one empty text under this name is a secret that joins later. A name of
    /// letters and `_` stands so in no text, whose quotes are escaped.
    pub(crate) fn with_body_lacking(self, body: Vec<u8>, name: &str) -> Self {
        let field = format!("\"{name}\":\"\"");
        let mut windows = body.windows(field.len());
        let start = windows.position(|window| window == field.as_bytes());
        Self {
            lacks_secret_at: start.map(|start| start + field.len() - 1),
            body,
            ..self
        }
    }

    /// The request with the secret that it lacks; as it is where it lacks none.
    #[must_use]
    pub fn with_secret(mut self, secret: &Secret) -> Self {
        let Some(place) = self.lacks_secret_at.take() else {
            return self;
        };
        let quoted = body::encode(&secret.reveal());
        let text = quoted.get(1..quoted.len().saturating_sub(1));
        let tail = self.body.split_off(place.min(self.body.len()));
        self.body.extend_from_slice(text.unwrap_or_default());
        self.body.extend(tail);
        self
    }

    /// Whom it is for.
    #[must_use]
    pub fn service(&self) -> Service {
        self.endpoint.service
    }

    /// HTTP method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.endpoint.method
    }

    /// The path, escaped by the service's own rule; begins with `/`.
    #[must_use]
    pub fn path(&self) -> String {
        path::of(self.endpoint, &self.parameters)
    }

    /// The parameters of the path by name, as the service reads them once the escaping is taken off.
    #[must_use]
    pub fn path_parameters(&self) -> Vec<(&'static str, String)> {
        path::named(self.endpoint, &self.parameters)
    }

    /// Path and query as they go over the wire: pairs sorted and escaped the way the official SDK
    /// sends them, so that a signature over them stays true.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        if self.query.is_empty() {
            return self.path();
        }
        let query = self.query.iter().map(|(key, value)| (*key, value.as_str()));
        format!("{}?{}", self.path(), canonical_query(query))
    }
}

/// Body and secret headers stay out of every log.
impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {} {} ({} bytes)",
            self.service().segment(),
            self.method().as_str(),
            self.path_and_query(),
            self.body.len()
        )
    }
}
