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
