//! Why a request has no result.

use super::decode;
use super::meaning::Meaning;
use super::no_answer::NoAnswer;
use super::not_sent::NotSent;
use super::refusal::{Refusal, Unreadable};
use crate::wire::response::Response;

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

impl ApiError {
    /// Understands an answer outside 2xx, or a web page, in every body shape that the services and the gateway use
    /// (reference §4). Never fails: an unknown body gives an empty code.
    #[must_use]
    pub fn from_response(response: &Response) -> Self {
        Self::Refused(decode::refusal(response))
    }

    /// Whether a write may have taken effect although this is what came back: only a 4xx of the
    /// service or of its gateway and a request that was never sent say surely that it did not. Three of
    /// them are about the time it took or a connection that was lost, and say nothing of the write.
    #[must_use]
    pub fn may_have_been_applied(&self) -> bool {
        match self {
            Self::NotSent(_) => false,
            Self::NoAnswer(no_answer) => no_answer.may_have_been_applied,
            Self::Refused(refusal) => {
                refusal.meaning == Meaning::NotTheService
                    || !(400..500).contains(&refusal.status)
                    || matches!(refusal.status, 408 | 425 | 499)
            }
            Self::Unreadable(_) => true,
        }
    }

    /// What the refusal means, when there was one. A service that the region does not have is not asked:
    /// its gateway would know no such path.
    #[must_use]
    pub fn meaning(&self) -> Option<Meaning> {
        match self {
            Self::Refused(refusal) => Some(refusal.meaning),
            Self::NotSent(NotSent::NotOffered) => Some(Meaning::WrongPath),
            Self::NotSent(_) | Self::NoAnswer(_) | Self::Unreadable(_) => None,
        }
    }

    /// After how many seconds the same may be asked again, where the answer told.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Refused(refusal) => refusal.retry_after,
            Self::NotSent(_) | Self::NoAnswer(_) | Self::Unreadable(_) => None,
        }
    }

    /// Which right is missing, to be decoded by an administrator, where the refusal tells; untrusted
    /// text.
    #[must_use]
    pub fn encoded_authorization_message(&self) -> Option<&str> {
        match self {
            Self::Refused(refusal) => refusal.encoded_authorization_message.as_deref(),
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
