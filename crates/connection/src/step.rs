//! How far requests come.

use crate::diagnosis::{Diagnosis, ProxyFault};

/// A step on the way from the console to data, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The browser, before anything leaves it.
    Browser,
    /// The network between the browser and the first server.
    Network,
    /// The proxy, or whatever server stands in its place.
    Proxy,
    /// From the proxy to the service.
    BehindProxy,
    /// The cloud's gateway, which knows paths.
    Gateway,
    /// Who is asking.
    SignIn,
    /// The service.
    Service,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// All is as it should be.
    Good,
    /// Requests arrive; what comes back depends on who asks and when.
    Depends,
    /// Requests do not arrive, or no answer comes back.
    Broken,
}

/// Where it fails; `None` where nothing does.
#[must_use]
pub fn step(diagnosis: Diagnosis) -> Option<Step> {
    match diagnosis {
        Diagnosis::Works | Diagnosis::Arrives | Diagnosis::NotOffered => None,
        Diagnosis::Offline | Diagnosis::MixedContent | Diagnosis::BlockedByPolicy => {
            Some(Step::Browser)
        }
        Diagnosis::OwnServerSilent
        | Diagnosis::Unreachable
        | Diagnosis::TimedOut
        | Diagnosis::BrokeOff => Some(Step::Network),
        Diagnosis::Proxy(ProxyFault::CannotReachService | ProxyFault::ServiceTooSlow) => {
            Some(Step::BehindProxy)
        }
        Diagnosis::NoProxy
        | Diagnosis::RefusedByCors
        | Diagnosis::LeadsElsewhere
        | Diagnosis::CredentialLost
        | Diagnosis::Proxy(_) => Some(Step::Proxy),
        Diagnosis::WrongPath => Some(Step::Gateway),
        Diagnosis::OtherScope | Diagnosis::NotAccepted => Some(Step::SignIn),
        Diagnosis::NoRight
        | Diagnosis::Throttled
        | Diagnosis::ServiceDown
        | Diagnosis::NotData
        | Diagnosis::Refused => Some(Step::Service),
    }
}

/// How much it matters.
#[must_use]
pub fn weight(diagnosis: Diagnosis) -> Weight {
    match diagnosis {
        Diagnosis::Works | Diagnosis::Arrives | Diagnosis::NotOffered => Weight::Good,
        Diagnosis::OtherScope
        | Diagnosis::NotAccepted
        | Diagnosis::NoRight
        | Diagnosis::Throttled
        | Diagnosis::Refused => Weight::Depends,
        _ => Weight::Broken,
    }
}
