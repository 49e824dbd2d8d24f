//! What can go wrong between asking and knowing.

mod decode;
mod meaning;

pub use meaning::Meaning;

use crate::Response;

/// Why a request has no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApiError {
    /// Nothing left the browser.
    #[error("not sent: {0}")]
    NotSent(NotSent),
    /// No whole answer arrived.
    #[error("no answer: {0}")]
    NoAnswer(NoAnswer),
    /// The service, the gateway or the proxy answered with a status outside 2xx.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// A 2xx answer of another shape than documented.
    #[error("unreadable answer: {0}")]
    Unreadable(Unreadable),
}

/// Why a request was not sent at all.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NotSent {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NoCredential,
    /// The list of users is empty; the API refuses an empty array, so it is never sent
    /// (examples §0, row 11).
    #[error("the request names nobody")]
    NobodyNamed,
    /// The list of tags is empty; what the API makes of that is not documented, so it is never sent.
    #[error("the request names no tag")]
    NoTagNamed,
    /// The browser could not build the request.
    #[error("the request could not be built")]
    NotBuilt,
}

/// No whole answer arrived; a write may have been applied all the same.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[error("{kind}")]
pub struct NoAnswer {
    /// What is known of the cause.
    pub kind: NoAnswerKind,
    /// Whether the service may have acted on the request.
    pub may_have_been_applied: bool,
}

/// What is known of a missing answer's cause. A browser cannot tell a wrong name, a closed port and
/// a certificate fault apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NoAnswerKind {
    /// The browser says that it has no network.
    #[error("the browser is offline")]
    Offline,
    /// Wrong name, closed port, firewall, certificate, or a connection lost half-way.
    #[error("the service cannot be reached or the connection was lost")]
    Unreachable,
    /// Nothing within the limit.
    #[error("the time limit has passed")]
    TimedOut,
    /// The answer's body broke off.
    #[error("the answer broke off")]
    BrokeOff,
    /// The answer is larger than the console takes.
    #[error("the answer is too large")]
    TooLarge,
}

/// A status outside 2xx, with whatever its body told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
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
}

/// A 2xx answer that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[error("{status}: {at}")]
pub struct Unreadable {
    /// HTTP status.
    pub status: u16,
    /// What was wrong and where, from the decoder.
    pub at: String,
    /// The ID to quote to the cloud's support.
    pub request_id: Option<String>,
}

impl ApiError {
    /// Understands an answer outside 2xx, in every body shape that the services and the gateway use
    /// (reference §4). Never fails: an unknown body gives an empty code.
    #[must_use]
    pub fn from_response(response: &Response) -> Self {
        Self::Refused(decode::refusal(response))
    }

    /// Whether a write may have taken effect although this is what came back: only a decoded 4xx
    /// and a request that was never sent say surely that it did not.
    #[must_use]
    pub fn may_have_been_applied(&self) -> bool {
        match self {
            Self::NotSent(_) => false,
            Self::NoAnswer(no_answer) => no_answer.may_have_been_applied,
            Self::Refused(refusal) => !(400..500).contains(&refusal.status),
            Self::Unreadable(_) => true,
        }
    }

    /// What the refusal means, when there was one.
    #[must_use]
    pub fn meaning(&self) -> Option<Meaning> {
        match self {
            Self::Refused(refusal) => Some(refusal.meaning),
            Self::NotSent(_) | Self::NoAnswer(_) | Self::Unreadable(_) => None,
        }
    }

    /// The ID to quote to the cloud's support, when one arrived.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Refused(refusal) => refusal.request_id.as_deref(),
            Self::Unreadable(unreadable) => unreadable.request_id.as_deref(),
            Self::NotSent(_) | Self::NoAnswer(_) => None,
        }
    }
}
