//! What a refusal means, told from who says it, with which code and status.

use crate::wire::Form;
use crate::{Meaning, Service, hss, iam, ims, swr};

/// Who says that a request is refused. Anything on the way can send any status, so only the codes of
/// the service that was asked, and of the gateway before it, tell of things, of rights and of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The gateway before the services.
    Gateway,
    /// The service that was asked.
    Service(Service),
    /// A proxy, a firewall, a web server, another service, or nobody who says so.
    Unknown,
}

impl Speaker {
    /// Told by the code's beginning, or by the form (reference §4, corrections §1).
    pub(crate) fn of(asked: Service, form: Form, status: u16, code: &str) -> Self {
        if gateway_code(code).is_some() {
            return Self::Gateway;
        }
        let is_own = match asked {
            Service::Iam => iam::is_own(form, status, code),
            // Both editions refuse with the same codes (corrections §1).
            Service::Swr | Service::Enterprise => swr::is_own(code),
            Service::Hss => hss::is_own(form, code),
            Service::Ims => ims::is_own(form, status, code),
        };
        match is_own {
            true => Self::Service(asked),
            false => Self::Unknown,
        }
    }
}

/// Codes are decisive where the status misleads: SWR throttles with 403, SWR and HSS say "already
/// gone" with 400, and HSS denies access with 400 or 403 (examples §5.5).
pub(crate) fn of(speaker: Speaker, status: u16, code: &str) -> Meaning {
    let of_code = match speaker {
        Speaker::Gateway => return of_gateway(status, code),
        Speaker::Service(Service::Iam) => iam::meaning(code),
        Speaker::Service(Service::Swr | Service::Enterprise) => swr::meaning(code),
        Speaker::Service(Service::Hss) => hss::meaning(code),
        Speaker::Service(Service::Ims) => ims::meaning(code),
        Speaker::Unknown => Some(match status {
            502..=504 => Meaning::ServiceDown,
            _ => Meaning::NotTheService,
        }),
    };
    of_code.unwrap_or_else(|| of_service(status))
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
