//! Which answers a scan waits for.

/// Tells the answers that a scan waits for from those to what was asked before its places changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round(u64);

impl Round {
    /// The one after it.
    pub(super) fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}
