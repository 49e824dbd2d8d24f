//! What a refusal means, told from who says it, with which code and status.

use crate::{Meaning, hss, iam, swr};

/// Who says that a request is refused. Anything on the way can send any status, so only the codes of
/// the cloud's own servers tell of its things, of rights and of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The gateway before the services.
    Gateway,
    /// One of the services.
    Service,
    /// A proxy, a firewall, a web server, or nobody who says so.
    Unknown,
}

impl Speaker {
    /// Told by the code's beginning (reference §4, corrections §1).
    pub(crate) fn of(code: &str) -> Self {
        const SERVICES: [&str; 5] = ["SVCSTG.", "SWR.", "HSS.", "IAM.", "IMG."];
        if gateway_code(code).is_some() {
            return Self::Gateway;
        }
        let is_known = SERVICES.iter().any(|service| code.starts_with(service));
        if is_known || hss::meaning(code).is_some() {
            Self::Service
        } else {
            Self::Unknown
        }
    }
}

/// Codes are decisive where the status misleads: SWR throttles with 403, SWR and HSS say "already
/// gone" with 400, and HSS denies access with 400 or 403 (examples §5.5).
pub(crate) fn of(speaker: Speaker, status: u16, code: &str) -> Meaning {
    match speaker {
        Speaker::Gateway => of_gateway(status, code),
        Speaker::Service => iam::meaning(code)
            .or_else(|| swr::meaning(code))
            .or_else(|| hss::meaning(code))
            .unwrap_or_else(|| of_service(status)),
        Speaker::Unknown => match status {
            502..=504 => Meaning::ServiceDown,
            _ => Meaning::NotTheService,
        },
    }
}

/// The number of a gateway's code, whose prefix differs by site (corrections §1).
fn gateway_code(code: &str) -> Option<&str> {
    let number = code.strip_prefix("APIGW.");
    number.or_else(|| code.strip_prefix("APIG."))
}

/// The gateway knows paths, tokens and numbers of requests, and nothing of what is behind it.
fn of_gateway(status: u16, code: &str) -> Meaning {
    match (gateway_code(code), status) {
        (Some("0101"), _) | (_, 404 | 410) => Meaning::WrongPath,
        (Some("0308"), _) => Meaning::Throttled,
        _ => of_service(status),
    }
}

fn of_service(status: u16) -> Meaning {
    match status {
        401 => Meaning::SignInAgain,
        403 => Meaning::NoRight,
        404 | 410 => Meaning::AlreadyGone,
        406 | 412 => Meaning::InUse,
        409 => Meaning::AlreadyThere,
        429 => Meaning::Throttled,
        502..=504 => Meaning::ServiceDown,
        // A time-out is no fault of a value.
        408 | 425 | 499 => Meaning::Other,
        400..=499 => Meaning::Invalid,
        _ => Meaning::Other,
    }
}
