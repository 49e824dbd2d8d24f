//! When changes were last written down.

use cloud_api::Timestamp;
use leptos::prelude::*;

/// When changes were last written down, and what is to come of it.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// When it was last written, and how many bytes.
    pub(super) last: StoredValue<Option<(Timestamp, usize)>>,
    /// Whether it is written again in a while.
    pub(super) is_due: StoredValue<bool>,
    /// Whether it was told that something cannot be kept.
    pub(super) is_loss_told: StoredValue<bool>,
}

impl Writing {
    /// Nothing is kept yet.
    pub(super) fn new() -> Self {
        Self {
            last: StoredValue::new(None),
            is_due: StoredValue::new(false),
            is_loss_told: StoredValue::new(false),
        }
    }
}
