//! Why something that a change has left is not sent.

use cloud_api::{ApiError, Since};

/// Why something that is left is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftAlone {
    /// Somebody has made something else of it.
    Changed,
    /// It is not in the way any more of what comes after it.
    OutOfTheWay,
    /// It could not be read.
    NotRead(ApiError),
    /// It belongs to something that is left alone.
    Waits,
    /// These use it that did not when the person decided; untrusted texts.
    InUse(Vec<String>),
}

impl LeftAlone {
    pub(crate) fn since(since: Since) -> Option<Self> {
        match since {
            Since::Same => None,
            Since::Changed => Some(Self::Changed),
            Since::OutOfTheWay => Some(Self::OutOfTheWay),
            Since::CannotTell(error) => Some(Self::NotRead(error)),
        }
    }
}
