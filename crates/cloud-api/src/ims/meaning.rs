//! What the error codes of IMS mean, where the status does not tell (examples §3.6).

use crate::Meaning;
use crate::wire::Form;

/// Whether IMS says this. Its calls of OpenStack may refuse in the form of that, which has a title and
/// the status as its code; what stands on the way may send a title too, but no such code.
pub(crate) fn is_own(form: Form, status: u16, code: &str) -> bool {
    match form {
        Form::Titled => code.starts_with(&status.to_string()),
        Form::Any | Form::Described | Form::Receipt => code.starts_with("IMG."),
    }
}

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "IMG.0027" | "IMG.0086" | "IMG.0144" => Some(Meaning::AlreadyGone),
        // Somebody else's image.
        "IMG.0047" | "IMG.0106" => Some(Meaning::NoRight),
        "IMG.0087" => Some(Meaning::SignInAgain),
        "IMG.0060" => Some(Meaning::Throttled),
        // More recipients than an image may have.
        "IMG.0088" => Some(Meaning::QuotaReached),
        _ => None,
    }
}

/// What the code of a job means that failed. Without one that is known nothing is told but that it did.
pub(super) fn of_job(code: &str) -> Meaning {
    meaning(code).unwrap_or(Meaning::Other)
}
