//! What the error codes of HSS mean, where the status does not tell (examples §5.5).

use crate::Meaning;
use crate::wire::Form;

/// Whether HSS says this.
pub(crate) fn is_own(form: Form, code: &str) -> bool {
    form == Form::Described || code.starts_with("HSS.") || meaning(code).is_some()
}

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "HSS.1005" | "HSS.1019" => Some(Meaning::AlreadyGone),
        "00000010" => Some(Meaning::NoRight),
        "HSS.0001" => Some(Meaning::Invalid),
        _ => None,
    }
}
