//! What the error codes of SWR mean, where the status does not tell (reference §4, examples §1).

use crate::Meaning;

pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code.strip_prefix("SVCSTG.SWR.")? {
        "4031032" | "4031042" | "4090023" => Some(Meaning::Throttled),
        "4001158" | "4000306" | "4001090" => Some(Meaning::AlreadyGone),
        "4011064" => Some(Meaning::NoRight),
        "4000097" => Some(Meaning::QuotaReached),
        _ => None,
    }
}
