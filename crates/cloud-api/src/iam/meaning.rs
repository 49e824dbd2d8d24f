//! What the error codes of IAM mean, where the status does not tell (corrections §1).

use crate::Meaning;
use crate::wire::Form;

/// Whether IAM says this. What stands on the way may send a title too, but no code that is the status.
pub(crate) fn is_own(form: Form, status: u16, code: &str) -> bool {
    match form {
        Form::Titled => code.starts_with(&status.to_string()),
        Form::Receipt => true,
        Form::Any | Form::Described => code.starts_with("IAM."),
    }
}

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "IAM.0012" => Some(Meaning::Throttled),
        "IAM.0020" => Some(Meaning::ServiceDown),
        // A 400 that finds fault with the token that was to be checked (reference §4).
        "IAM.0009" | "IAM.1105" | "IAM.1108" => Some(Meaning::SignInAgain),
        // A key that is locked, inactive or nobody's any more.
        "IAM.1104" | "IAM.1106" | "IAM.1107" => Some(Meaning::SignInAgain),
        _ => None,
    }
}
