//! Whether the tab keeps a sign-in.

/// How long the token shall be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until the page is left.
    InMemory,
    /// Until the tab is closed.
    InThisTab,
}
