//! What a scan holds of one place.

use super::reading::Reading;

/// What is known of a place.
pub(super) struct Held<T> {
    /// How it was read.
    pub(super) reading: Reading,
    /// What was found.
    pub(super) found: Option<T>,
}
