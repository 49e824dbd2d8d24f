//! What a refusal means, told from status and code.

use crate::{Meaning, hss, iam, swr};

/// Codes are decisive where the status misleads: SWR throttles with 403, SWR and HSS say "already
/// gone" with 400, and HSS denies access with 400 or 403 (examples §5.5).
pub(crate) fn of(status: u16, code: &str) -> Meaning {
    let of_code = of_gateway(code)
        .or_else(|| iam::meaning(code))
        .or_else(|| swr::meaning(code))
        .or_else(|| hss::meaning(code));
    of_code.unwrap_or_else(|| of_status(status, code))
}

/// The gateway stands before every service; its prefix differs by site.
fn of_gateway(code: &str) -> Option<Meaning> {
    match code {
        "APIGW.0101" | "APIG.0101" => Some(Meaning::WrongPath),
        "APIGW.0308" => Some(Meaning::Throttled),
        _ => None,
    }
}

fn of_status(status: u16, code: &str) -> Meaning {
    match status {
        400 | 405 | 413 | 422 => Meaning::Invalid,
        401 => Meaning::SignInAgain,
        403 => Meaning::NoRight,
        // A service always sends a code: without one it was a server on the way that spoke, and
        // nothing is known of the object.
        404 | 410 if code.is_empty() => Meaning::WrongPath,
        404 | 410 => Meaning::AlreadyGone,
        406 | 412 => Meaning::InUse,
        409 => Meaning::AlreadyThere,
        429 => Meaning::Throttled,
        502..=504 => Meaning::ServiceDown,
        _ => Meaning::Other,
    }
}
