//! Requests as they arrive and what becomes of them.

use super::answer::Response;
use cloud_api::Timestamp;
use percent_encoding::percent_decode_str;

/// A request as it arrived.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Upper-case method.
    pub method: String,
    /// Path as sent, still escaped.
    pub path: String,
    /// Query as sent, without `?`.
    pub query: String,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Incoming {
    /// A header's value; names compare without regard to case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The query's pairs, unescaped.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let decode = |text: &str| {
            percent_decode_str(&text.replace('+', " "))
                .decode_utf8_lossy()
                .into_owned()
        };
        self.query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (decode(key), decode(value)))
            .collect()
    }

    /// A parameter of the query.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.pairs()
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }
}

/// A request at a service's door.
#[derive(Clone, Copy)]
pub struct Arrived<'a> {
    pub request: &'a Incoming,
    /// The cloud's own path: the one that is signed.
    pub path: &'a str,
    /// The cloud's time.
    pub now: Timestamp,
}

/// What happens to a request.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Milliseconds to wait before.
    pub after: u64,
    /// What happens then.
    pub fate: Fate,
}

/// What happens to the connection.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It is answered.
    Answer(Response),
    /// It is closed without an answer.
    Drop,
    /// It is closed in the middle of this answer.
    Truncate(Response),
}

impl Reply {
    /// An answer without delay.
    #[must_use]
    pub fn at_once(response: Response) -> Self {
        Self {
            after: 0,
            fate: Fate::Answer(response),
        }
    }
}
