//! An answer as a value, before anybody decodes it.

use std::fmt;

use super::endpoint::Service;
use super::json;

/// Characters of a code, an ID or a place that are kept: what is told of an answer stands in every item
/// that it is about, and in records.
pub(super) const SHORT: usize = 200;

/// The beginning of a text that has no bounds.
pub(super) fn beginning(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

/// What a service answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// Which service was asked; the words of another one prove nothing.
    pub service: Service,
    /// HTTP status.
    pub status: u16,
    /// Headers that the page can see.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// A header's value; names compare without regard to case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The ID to quote to the cloud's support, as far as anybody reads it; untrusted text.
    #[must_use]
    pub fn request_id(&self) -> Option<String> {
        self.header("X-Request-Id").map(|id| beginning(id, SHORT))
    }

    /// Whether the status says that it was done (any 2xx; the services differ per call).
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it is a page for a browser, which no service sends, whatever its status.
    #[must_use]
    pub fn is_web_page(&self) -> bool {
        json::content(&self.body).trim_ascii_start().first() == Some(&b'<')
    }

    /// The range that a page of a list stands for, where the service sends one.
    #[must_use]
    pub fn content_range(&self) -> Option<ContentRange> {
        ContentRange::parse(self.header("Content-Range")?)
    }
}

/// Headers and body may hold a token, so only their sizes are printed.
impl fmt::Debug for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({} bytes)", self.status, self.body.len())
    }
}

/// SWR's `Content-Range: <offset>-<count>/<total>`; sent only when offset and limit were given
/// (reference §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentRange {
    /// Rows before this page.
    pub offset: u64,
    /// Rows on this page.
    pub count: u64,
    /// Rows in all.
    pub total: u64,
}

impl ContentRange {
    fn parse(text: &str) -> Option<Self> {
        let (page, total) = text.trim().split_once('/')?;
        let (offset, count) = page.split_once('-')?;
        Some(Self {
            offset: offset.trim().parse().ok()?,
            count: count.trim().parse().ok()?,
            total: total.trim().parse().ok()?,
        })
    }
}
