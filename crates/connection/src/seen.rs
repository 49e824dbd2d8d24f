//! What the browser saw.

use cloud_api::{ApiError, Response};

use crate::asked::server_of;

/// What a second request met, sent where the first one got nothing: without a credential, and in the
/// manner of a picture, whose answer nobody reads and no server has to allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondLook {
    /// None was sent: the first request was answered.
    NotTaken,
    /// An answer, whatever it is.
    Answers,
    /// An answer that leads elsewhere.
    LeadsElsewhere,
    /// Nothing.
    Silent,
}

/// Whether the browser has said that the page's own policy stopped a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Nothing was said.
    Lets,
    /// The browser has reported a violation for this address.
    Blocks,
}

impl Policy {
    /// What the addresses that the browser has stopped say of a server.
    #[must_use]
    pub fn towards(server: &str, stopped: &[String]) -> Self {
        let is_of = |address: &String| server_of(address) == Some(server);
        match stopped.iter().any(is_of) {
            true => Self::Blocks,
            false => Self::Lets,
        }
    }
}

/// What the browser saw when a service was asked.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What came back.
    pub came_back: Result<Response, ApiError>,
    /// What a second request met.
    pub second_look: SecondLook,
    /// What the policy did.
    pub policy: Policy,
}

impl Seen {
    /// One answer, and nothing more was needed.
    #[must_use]
    pub fn at_once(came_back: Result<Response, ApiError>) -> Self {
        Self {
            came_back,
            second_look: SecondLook::NotTaken,
            policy: Policy::Lets,
        }
    }

    /// Whether a second look can tell more: the first got nothing, and the browser does not say why.
    #[must_use]
    pub fn needs_second_look(came_back: &Result<Response, ApiError>) -> bool {
        use cloud_api::NoAnswerKind::Unreachable;
        matches!(came_back, Err(ApiError::NoAnswer(missing)) if missing.kind == Unreachable)
    }
}
