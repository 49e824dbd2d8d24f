//! Why nobody can say which images a policy copies.

use super::glob::GlobError;

/// Why nobody can say which images a policy copies: one of its conditions is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotTell {
    /// A condition could not be read.
    #[error("a filter cannot be read")]
    Unread,
    /// A condition looks at something that is not known, or turns round what it finds.
    #[error("a filter of the kind {0:?} is not understood")]
    Unknown(String),
    /// A pattern is not understood.
    #[error("the pattern {pattern:?} is not understood: {error}")]
    Pattern {
        /// The pattern; untrusted text.
        pattern: String,
        /// What is wrong with it.
        error: GlobError,
    },
}
