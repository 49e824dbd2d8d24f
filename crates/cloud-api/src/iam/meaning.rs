//! What the error codes of IAM mean, where the status does not tell.

use crate::Meaning;

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "IAM.0012" => Some(Meaning::Throttled),
        _ => None,
    }
}
