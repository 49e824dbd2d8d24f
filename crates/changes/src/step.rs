//! How far something is that is asked again and again.

use cloud_api::Timestamp;
use serde::{Deserialize, Serialize};

/// How far a read-back or a poll is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// It is under way.
    Reading,
    /// The next one comes later.
    Pausing {
        /// When.
        until: Timestamp,
    },
    /// It was refused; it is repeated after signing in or on Retry.
    Held,
}
