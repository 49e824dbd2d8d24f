//! Answers that are no result.

use super::meaning::Meaning;

/// A status outside 2xx, or a web page with any, with whatever its body told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[error("{status} {code} {message}")]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// The service's error code as text; empty when the body had none.
    pub code: String,
    /// The service's own words; untrusted text, empty when the body had none.
    pub message: String,
    /// The ID to quote to the cloud's support, from the body or the header.
    pub request_id: Option<String>,
    /// What it means for the person.
    pub meaning: Meaning,
    /// After how many seconds the same may be asked again, where the answer told: in seconds, or as a
    /// date beside its own `Date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// Which right is missing, in a form that only an administrator can decode with STS (corrections
    /// §1); untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded_authorization_message: Option<String>,
}

/// A 2xx answer that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[error("{status}: {at}")]
pub struct Unreadable {
    /// HTTP status.
    pub status: u16,
    /// What was wrong and where, from the decoder.
    pub at: String,
    /// The ID to quote to the cloud's support.
    pub request_id: Option<String>,
}
