//! Which errors the check can explain.

use cloud_api::{ApiError, Meaning, NotSent};

/// Whether an error is about the way to the service, or about what the service makes of whoever asks: not
/// about the thing that was asked for.
#[must_use]
pub fn may_explain(error: &ApiError) -> bool {
    match error {
        ApiError::NoAnswer(_) | ApiError::Unreadable(_) => true,
        ApiError::NotSent(reason) => *reason == NotSent::NotOffered,
        ApiError::Refused(refusal) => matches!(
            refusal.meaning,
            Meaning::CredentialLost
                | Meaning::NotForHere
                | Meaning::NotTheService
                | Meaning::ServiceDown
                | Meaning::SignInAgain
                | Meaning::Throttled
                | Meaning::WrongPath
        ),
    }
}
