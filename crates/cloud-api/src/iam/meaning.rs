//! What the error codes of IAM mean, where the status does not tell (corrections §1).

use crate::Meaning;

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "IAM.0012" => Some(Meaning::Throttled),
        "IAM.0020" => Some(Meaning::ServiceDown),
        // A 400 that finds fault with the token that was to be checked (reference §4).
        "IAM.0009" | "IAM.1105" | "IAM.1108" => Some(Meaning::SignInAgain),
        _ => None,
    }
}
