//! Reads.

use crate::{ApiError, Collection, Request, Response};

/// A read (or the making of a token): a value that becomes a request, and a way to understand the
/// answer. Writes are [`crate::Mutation`]s.
pub trait Operation {
    /// What the answer decodes to.
    type Output;

    /// The request, complete but for the credential.
    fn request(&self) -> Request;

    /// What it shows: a write that changes any of it makes the answer old. `None` for what no write
    /// changes.
    fn collection(&self) -> Option<Collection> {
        None
    }

    /// Decodes an answer.
    ///
    /// # Errors
    /// [`ApiError::Refused`] for a status outside 2xx and for a web page, [`ApiError::Unreadable`] for a 2xx whose
    /// body has another shape than documented.
    fn decode(response: &Response) -> Result<Self::Output, ApiError>;
}
