//! Whether a scan goes on.

use cloud_api::{ApiError, Timestamp};

/// What a scan does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanPhase {
    /// Nothing is read but what a person asks for by [`super::ScanEvent::ReadAgain`].
    Paused,
    /// One place after the other is read.
    Running,
    /// The service has asked for fewer requests: nothing is read for a while, then it goes on by
    /// itself, with fewer readings at once.
    Waiting {
        /// When it goes on.
        until: Timestamp,
    },
    /// Nothing is read until [`super::ScanEvent::Resume`]: every other reading would end like this one.
    Halted(ApiError),
}
