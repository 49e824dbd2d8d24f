//! What this tab has of a change, or waits for.

use crate::browser::locks::Lock;

/// What this tab has of a change, or waits for.
pub(super) enum Hold {
    /// The browser's own lock; given back when it is dropped.
    Lock { _lock: Lock },
    /// A claim, by the number of the asking.
    Claim(u32),
    /// The change itself, by the number of the asking: where the browser keeps nothing no other tab learns
    /// of it.
    Alone(u32),
}
