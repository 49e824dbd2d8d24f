//! Whether a scan goes on.

use cloud_api::ApiError;

/// What a scan does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanPhase {
    /// Nothing is read but what a person asks for by [`super::ScanEvent::ReadAgain`].
    Paused,
    /// One place after the other is read.
    Running,
    /// Nothing is read until [`super::ScanEvent::Resume`]: every other reading would end like this one.
    Halted(ApiError),
}
