//! JSON as it arrives.

use serde_json::Value;

/// What some servers on the way put before a text; JSON does not know it.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads JSON. A byte that is no UTF-8 is replaced, so that it spoils its own text only.
pub(super) fn parse(body: &[u8]) -> serde_json::Result<Value> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    serde_json::from_str(&String::from_utf8_lossy(body))
}
