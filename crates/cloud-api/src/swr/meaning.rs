//! What the error codes of SWR mean, where the status does not tell (reference §4, examples
//! §1, corrections §1).

use crate::Meaning;

/// Whether SWR says this; its enterprise edition has shorter codes.
pub(crate) fn is_own(code: &str) -> bool {
    code.starts_with("SVCSTG.") || code.starts_with("SWR.")
}

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    if code == "SVCSTG.S2I.4019000" {
        return Some(Meaning::CredentialLost);
    }
    match code.strip_prefix("SVCSTG.SWR.")? {
        "4031032" | "4031042" | "4090023" => Some(Meaning::Throttled),
        "4001158" | "4000306" | "4001090" => Some(Meaning::AlreadyGone),
        "4011044" | "4011064" => Some(Meaning::NoRight),
        "4001048" | "4000031" | "4031043" => Some(Meaning::SignInAgain),
        "4000097" | "4000098" | "4000099" | "5007019" => Some(Meaning::QuotaReached),
        "4040083" => Some(Meaning::WrongPath),
        _ => None,
    }
}
