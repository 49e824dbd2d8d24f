//! A scope that the tab holds besides the one at the screen.

use std::sync::Arc;

use super::keep::Keep;
use super::outcome::Identity;

/// Who is signed in somewhere, and whether the tab keeps that while it is at the screen.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) identity: Arc<Identity>,
    pub(super) keep: Keep,
    /// The enterprise project that this person has chosen.
    pub(super) enterprise_project: String,
}

impl Held {
    /// Nobody comes back to it. What the tab was asked to keep, a copy of the tab may go on with.
    pub(super) fn is_used_no_more(&self) {
        if self.keep == Keep::InMemory {
            self.identity.is_used_no_more();
        }
    }
}
