//! JSON as it arrives.

use serde_json::Value;

/// What some servers on the way put before a text; JSON does not know it.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads JSON. A byte that is no UTF-8 is replaced, so that it spoils its own text only.
pub(super) fn parse(body: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_str(&String::from_utf8_lossy(content(body)))
}

/// The body behind its byte order mark.
pub(super) fn content(body: &[u8]) -> &[u8] {
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body)
}
