//! A request as a value: what will be asked, before anybody sends or signs it.

use std::fmt;

use crate::Secret;
use crate::path::canonical_query;

/// A service of the cloud; each has its own host, error bodies and path escaping.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// Identity and access management: tokens, projects, users.
    Iam,
    /// Software repository for containers, shared edition.
    Swr,
    /// Host security service: which registries' images it has synchronized.
    Hss,
}

impl Service {
    /// All services that requests are made for.
    pub const ALL: [Self; 3] = [Self::Iam, Self::Swr, Self::Hss];

    /// The segment that names the service below `/api/`.
    #[must_use]
    pub fn segment(self) -> &'static str {
        match self {
            Self::Iam => "iam",
            Self::Swr => "swr",
            Self::Hss => "hss",
        }
    }
}

/// An HTTP method that the services use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Changes a part.
    Patch,
    /// Removes; the permission calls carry a body here.
    Delete,
}

impl Method {
    /// The method as it stands in the request line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

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

/// What will be asked of a service. The path is already escaped by the service's own rule; the
/// credential is not part of it and joins when the request is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Whom it is for.
    pub service: Service,
    /// HTTP method.
    pub method: Method,
    /// Escaped path, beginning with `/`.
    pub path: String,
    /// Query pairs, not yet escaped.
    pub query: Vec<(&'static str, String)>,
    /// Headers beside the credential.
    pub headers: Vec<(&'static str, HeaderValue)>,
    /// Body bytes; empty when there is none.
    pub body: Vec<u8>,
}

impl Request {
    /// A request of SWR, which wants a content type on every call, reads too (seed pages).
    pub(crate) fn swr(method: Method, path: String) -> Self {
        Self {
            service: Service::Swr,
            method,
            path,
            query: Vec::new(),
            headers: vec![(
                "Content-Type",
                HeaderValue::Plain("application/json".to_owned()),
            )],
            body: Vec::new(),
        }
    }

    /// A request of IAM.
    pub(crate) fn iam(method: Method, path: &str) -> Self {
        Self {
            service: Service::Iam,
            method,
            path: path.to_owned(),
            query: Vec::new(),
            headers: vec![(
                "Content-Type",
                HeaderValue::Plain("application/json".to_owned()),
            )],
            body: Vec::new(),
        }
    }

    /// A request of HSS. The official SDK sends a content type on reads too.
    pub(crate) fn hss(method: Method, path: String) -> Self {
        Self {
            service: Service::Hss,
            ..Self::swr(method, path)
        }
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, HeaderValue::Plain(value.into())));
        self
    }

    pub(crate) fn with_query(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.query.push((key, value.into()));
        self
    }

    pub(crate) fn with_body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// Path and query as they go over the wire: pairs sorted and escaped the way the official SDK
    /// sends them, so that a signature over them stays true.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        let query = self.query.iter().map(|(key, value)| (*key, value.as_str()));
        format!("{}?{}", self.path, canonical_query(query))
    }
}

/// Body and secret headers stay out of every log.
impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {} {} ({} bytes)",
            self.service.segment(),
            self.method.as_str(),
            self.path_and_query(),
            self.body.len()
        )
    }
}
