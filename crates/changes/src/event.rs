//! What can happen to a change, and what it asks for.

use cloud_api::{ApiError, Response, Timestamp};

use crate::{CallId, Sight};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person confirmed.
    Confirmed,
    /// What came of a [`Command::Send`].
    Answer {
        /// Which call.
        call: CallId,
        /// The answer with whatever status, or why there is none.
        outcome: Result<Response, ApiError>,
    },
    /// What came of a [`Command::ReadBack`].
    ReadBack {
        /// Which call.
        call: CallId,
        /// The answer with whatever status, or why there is none.
        outcome: Result<Response, ApiError>,
    },
    /// What came of a [`Command::Poll`].
    Polled {
        /// Which call.
        call: CallId,
        /// The answer with whatever status, or why there is none.
        outcome: Result<Response, ApiError>,
    },
    /// The page is seen, or is not seen any more.
    Sight(Sight),
    /// The person wants nothing more to be sent.
    Stop,
    /// The person wants what is left to be sent again, and what is unknown to be read again.
    Retry,
    /// The page that sent it is gone, and another one has read it in the tab: nothing of it is sent any
    /// more, and what was under way is read back once there is a credential.
    Resumed,
    /// There is a credential for the change's scope again.
    SignedIn,
    /// The time of a [`Command::Wake`] has come; any other time is harmless.
    Tick,
}

/// Something to do now, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write the change down as it is now; stands before every [`Command::Send`].
    Save,
    /// Send the call's [`cloud_api::Mutation::request`] once and report an [`Event::Answer`].
    Send {
        /// Which call.
        call: CallId,
    },
    /// Send the [`crate::Change::read_back`] of the call and report an [`Event::ReadBack`].
    ReadBack {
        /// Which call.
        call: CallId,
    },
    /// Send the [`crate::Change::poll`] of the call and report an [`Event::Polled`].
    Poll {
        /// Which call.
        call: CallId,
    },
    /// Report an [`Event::Tick`] at this time; replaces an earlier wish.
    Wake {
        /// When.
        at: Timestamp,
    },
}
