//! From what was seen to what is wrong.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent, Refusal, Response};
use serde_json::Value;

use crate::asked::{Asked, InNameOf, list_of};
use crate::seen::{Policy, SecondLook, Seen};

/// What is wrong between the console and a service, as far as a browser can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// The service has answered with data.
    Works,
    /// The service, or its gateway, wants somebody to sign in: requests arrive.
    Arrives,
    /// The console is set up for a region without the service.
    NotOffered,
    /// The browser has no network.
    Offline,
    /// A page that came encrypted may not ask an address that is not.
    MixedContent,
    /// The console's own content security policy lets nothing go there.
    BlockedByPolicy,
    /// The server answers, but does not let pages of this origin read it.
    RefusedByCors,
    /// The address leads elsewhere, which the console does not follow with a token.
    LeadsElsewhere,
    /// No answer comes from the console's own server at this address.
    OwnServerSilent,
    /// Another server does not answer: its name, port, firewall or certificate; a browser cannot tell
    /// which.
    Unreachable,
    /// No answer came within the limit.
    TimedOut,
    /// The answer was not whole, or larger than the console takes.
    BrokeOff,
    /// A web page came in place of data: nobody forwards this address.
    NoProxy,
    /// Somebody between browser and cloud has refused.
    Proxy(ProxyFault),
    /// The token or the signature did not arrive with the request.
    CredentialLost,
    /// The gateway or the service knows no such path.
    WrongPath,
    /// IAM takes the token, and this service does not: it is for another region or project.
    OtherScope,
    /// The token or key is not accepted any more.
    NotAccepted,
    /// The person may not.
    NoRight,
    /// Too many requests.
    Throttled,
    /// The service or its gateway is failing.
    ServiceDown,
    /// What came is no data of the service.
    NotData,
    /// The service has refused for another reason: requests arrive.
    Refused,
}

/// How a proxy, or whatever else stands between browser and cloud, has refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyFault {
    /// 401: it wants a sign-in of its own.
    WantsSignIn,
    /// 403: it lets nobody, or not this page, come this way.
    Forbids,
    /// 404 and 405: it has nothing at this address.
    HasNoSuchPlace,
    /// 413: it takes no request so large.
    BodyTooLarge,
    /// 421: it does not know the name under which the console was opened.
    UnknownName,
    /// 429: it lets only so many through, as the shipped ones do with those who sign in.
    TooManyRequests,
    /// 431, 494 and nginx's 400: it takes no headers so large, and tokens are.
    HeadersTooLarge,
    /// 502 and 503: it gets no connection to the service.
    CannotReachService,
    /// 504: the service did not answer it in time.
    ServiceTooSlow,
    /// Another status.
    Other(u16),
}

/// What is wrong, or that nothing is.
#[must_use]
pub fn diagnose(asked: &Asked, seen: &Seen) -> Diagnosis {
    match &seen.came_back {
        Ok(response) => answered(asked, response),
        Err(ApiError::NotSent(NotSent::NotOffered)) => Diagnosis::NotOffered,
        Err(ApiError::NotSent(NotSent::NoCredential)) => Diagnosis::NotAccepted,
        Err(ApiError::NotSent(_)) => Diagnosis::Refused,
        Err(ApiError::NoAnswer(missing)) => match missing.kind {
            NoAnswerKind::Offline => Diagnosis::Offline,
            NoAnswerKind::Unreachable => silent(asked, seen),
            NoAnswerKind::TimedOut => Diagnosis::TimedOut,
            NoAnswerKind::BrokeOff | NoAnswerKind::TooLarge | NoAnswerKind::PageLeft => {
                Diagnosis::BrokeOff
            }
        },
        Err(ApiError::Unreadable(_)) => Diagnosis::NotData,
        Err(ApiError::Refused(refusal)) => refused(asked, refusal),
    }
}

/// The browser says nothing of why a request failed but what its policy did; the rest follows from what
/// it would have stopped, and from what a second request met.
fn silent(asked: &Asked, seen: &Seen) -> Diagnosis {
    let is_encrypted = |address: &str| address.starts_with("https://");
    if seen.policy == Policy::Blocks {
        return Diagnosis::BlockedByPolicy;
    }
    let is_mixed = is_encrypted(&asked.origin) && !is_encrypted(&asked.address);
    match (seen.second_look, asked.is_elsewhere()) {
        (SecondLook::LeadsElsewhere, _) => Diagnosis::LeadsElsewhere,
        (SecondLook::Answers, true) => Diagnosis::RefusedByCors,
        (SecondLook::Answers, false) => Diagnosis::BrokeOff,
        // What the browser does not send is not answered either.
        (SecondLook::Silent | SecondLook::NotTaken, true) if is_mixed => Diagnosis::MixedContent,
        (SecondLook::Silent | SecondLook::NotTaken, true) => Diagnosis::Unreachable,
        (SecondLook::Silent | SecondLook::NotTaken, false) => Diagnosis::OwnServerSilent,
    }
}

fn answered(asked: &Asked, response: &Response) -> Diagnosis {
    if comes_from_a_place_for_files(response) {
        // Another server has no files of the console.
        return match asked.is_elsewhere() {
            true => Diagnosis::NotData,
            false => Diagnosis::NoProxy,
        };
    }
    if speaks_of_headers(response) {
        return Diagnosis::Proxy(ProxyFault::HeadersTooLarge);
    }
    if was_led_elsewhere(response) {
        return Diagnosis::LeadsElsewhere;
    }
    if response.is_success() {
        return match is_its_list(response) {
            true => Diagnosis::Works,
            false => Diagnosis::NotData,
        };
    }
    match ApiError::from_response(response) {
        ApiError::Refused(refusal) => refused(asked, &refusal),
        ApiError::NotSent(_) | ApiError::NoAnswer(_) | ApiError::Unreadable(_) => {
            Diagnosis::NotData
        }
    }
}

/// Whether it is what the service answers to its one of [`crate::requests`]: anybody can say something in
/// JSON. Some programs write an empty list as `null`.
fn is_its_list(response: &Response) -> bool {
    let body: Option<Value> = serde_json::from_slice(&response.body).ok();
    let list = body
        .as_ref()
        .and_then(|body| body.get(list_of(response.service)));
    list.is_some_and(|list| list.is_array() || list.is_null())
}

/// A web page with a good status is the console's own start page, which servers give for files that they
/// do not have; object storage says so in XML.
fn comes_from_a_place_for_files(response: &Response) -> bool {
    let is_xml = response.body.trim_ascii_start().starts_with(b"<?xml");
    response.is_web_page() && (response.is_success() || is_xml && response.status < 500)
}

/// nginx answers 400 to headers that are too large, and says so in its page alone.
fn speaks_of_headers(response: &Response) -> bool {
    let page = String::from_utf8_lossy(&response.body);
    response.status == 400 && response.is_web_page() && page.contains("Header Or Cookie Too Large")
}

/// The shipped proxies follow no redirect; the key `proxy` tells what they say from what services say.
fn was_led_elsewhere(response: &Response) -> bool {
    let body: Option<Value> = serde_json::from_slice(&response.body).ok();
    let said = body.as_ref().and_then(|body| body.get("proxy")?.as_str());
    response.status == 502 && said.is_some_and(|said| said.contains("redirect"))
}

fn refused(asked: &Asked, refusal: &Refusal) -> Diagnosis {
    match (refusal.meaning, asked.in_name_of) {
        // nginx hands on what is no HTTP, without a status; HTTP/2 gives that as 0.
        (Meaning::NotTheService, _) if refusal.status == 0 => Diagnosis::NotData,
        // No proxy of the console stands before another server.
        (Meaning::NotTheService, _)
            if asked.is_elsewhere() && matches!(refusal.status, 404 | 405) =>
        {
            Diagnosis::NotData
        }
        (Meaning::NotTheService, _) => Diagnosis::Proxy(fault(refusal.status)),
        (Meaning::ServiceDown, _) if is_no_ones_word(&refusal.code) => {
            Diagnosis::Proxy(fault(refusal.status))
        }
        (Meaning::ServiceDown, _) => Diagnosis::ServiceDown,
        (Meaning::WrongPath, _) => Diagnosis::WrongPath,
        (Meaning::Throttled, _) => Diagnosis::Throttled,
        (
            Meaning::CredentialLost | Meaning::SignInAgain | Meaning::NotForHere | Meaning::NoRight,
            InNameOf::Nobody,
        ) => Diagnosis::Arrives,
        (Meaning::CredentialLost, InNameOf::Person) => Diagnosis::CredentialLost,
        (Meaning::NotForHere, InNameOf::Person) => Diagnosis::OtherScope,
        (Meaning::SignInAgain, InNameOf::Person) => Diagnosis::NotAccepted,
        (Meaning::NoRight, InNameOf::Person) => Diagnosis::NoRight,
        (
            Meaning::AlreadyGone
            | Meaning::AlreadyThere
            | Meaning::InUse
            | Meaning::QuotaReached
            | Meaning::Invalid
            | Meaning::Other,
            _,
        ) => match refusal.status {
            500.. => Diagnosis::ServiceDown,
            _ => Diagnosis::Refused,
        },
    }
}

/// Whether neither a service nor its gateway would write so: their codes have their names in them, and
/// the shipped proxies theirs.
fn is_no_ones_word(code: &str) -> bool {
    code.is_empty() || code.starts_with("PROXY.")
}

fn fault(status: u16) -> ProxyFault {
    match status {
        401 | 407 => ProxyFault::WantsSignIn,
        403 => ProxyFault::Forbids,
        404 | 405 => ProxyFault::HasNoSuchPlace,
        413 => ProxyFault::BodyTooLarge,
        421 => ProxyFault::UnknownName,
        429 => ProxyFault::TooManyRequests,
        431 | 494 => ProxyFault::HeadersTooLarge,
        502 | 503 => ProxyFault::CannotReachService,
        504 => ProxyFault::ServiceTooSlow,
        other => ProxyFault::Other(other),
    }
}
