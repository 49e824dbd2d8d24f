//! What an error says of the readings to come.

use cloud_api::{ApiError, Meaning, NoAnswerKind};

/// Whether the reason is not the place's own, so that every other reading would end alike.
pub(super) fn concerns_all(error: &ApiError) -> bool {
    match error {
        ApiError::NotSent(_) => true,
        ApiError::NoAnswer(no_answer) => no_answer.kind == NoAnswerKind::Offline,
        ApiError::Refused(refusal) => {
            matches!(
                refusal.meaning,
                Meaning::Throttled
                    | Meaning::SignInAgain
                    | Meaning::NotForHere
                    | Meaning::CredentialLost
            )
        }
        ApiError::Unreadable(_) => false,
    }
}

/// Whether the service itself said nothing of the place. Once that may be chance.
pub(super) fn found_nobody(error: &ApiError) -> bool {
    match error {
        ApiError::NoAnswer(no_answer) => no_answer.kind != NoAnswerKind::TooLarge,
        ApiError::Refused(refusal) => {
            matches!(
                refusal.meaning,
                Meaning::ServiceDown | Meaning::WrongPath | Meaning::NotTheService
            )
        }
        ApiError::NotSent(_) | ApiError::Unreadable(_) => false,
    }
}

/// Whether something else that is asked of the same place right after would end so as well, so that
/// the place is as good as not read.
#[must_use]
pub fn would_end_alike(error: &ApiError) -> bool {
    concerns_all(error) || matches!(error, ApiError::NoAnswer(_))
}
