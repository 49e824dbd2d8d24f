//! The calls of IAM, and who may make them.

use crate::gateway::answer::{Answer, Response};
use crate::gateway::authentication;
use crate::gateway::caller::Caller;
use crate::gateway::incoming::Arrived;
use crate::gateway::refusal::unknown_path;
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Unaccepted;

use super::call::Handler::{Known, Named, Open};
use super::call::{Call, Handler};
use super::host::Host;
use super::refusal::{coded, refused};
use super::state::State;
use super::{credentials, domains, projects, tokens, users};

/// Every call that IAM answers.
const ROUTES: &[Route<Handler>] = &[
    route("POST", "/v3/auth/tokens", Open(tokens::create)),
    route("GET", "/v3/auth/tokens", Known(tokens::validate)),
    route("DELETE", "/v3/auth/tokens", Known(tokens::revoke)),
    route("GET", "/v3/auth/domains", Known(domains::list)),
    route("GET", "/v3/auth/projects", Known(projects::list)),
    route("GET", "/v3/projects", Known(projects::find)),
    route("GET", "/v3/users", Known(users::list)),
    route("GET", "/v3/users/{user}", Named(users::show)),
    route(
        "GET",
        "/v3.0/OS-CREDENTIAL/credentials/{access_key}",
        Named(credentials::show),
    ),
];

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route<Handler> {
    let names = match handler {
        Open(_) | Known(_) => 0,
        Named(_) => 1,
    };
    assert!(route::count_names(template) == names);
    Route {
        method,
        template,
        handler,
    }
}

/// Whether it is a path of IAM.
pub fn owns(path: &str) -> bool {
    route::has_path(ROUTES, path)
}

/// Answers a request of IAM.
pub fn answer(state: &mut State, arrived: &Arrived<'_>, host: Host) -> Answer {
    let found = route::find(ROUTES, &arrived.request.method, arrived.path);
    let (handler, names) = found.ok_or_else(unknown_path)?;
    if let Open(handle) = handler {
        return handle(state, arrived);
    }
    let caller = caller(state, arrived, host)?;
    let call = Call {
        caller: &caller,
        arrived,
    };
    match handler {
        Open(handle) => handle(state, arrived),
        Known(handle) => handle(state, &call),
        Named(handle) => handle(state, &call, names.first().copied().unwrap_or_default()),
    }
}

/// IAM's own words for a caller that it does not accept (examples §1.2).
fn caller(state: &State, arrived: &Arrived<'_>, host: Host) -> Result<Caller, Response> {
    if arrived.request.header("Authorization").is_some() {
        return authentication::caller(&state.tokens, arrived);
    }
    let Some(token) = arrived.request.header("X-Auth-Token") else {
        return Err(refused(401, "Unauthorized", "Authentication required"));
    };
    let known = match host.knows(token) {
        true => state.tokens.caller(token, arrived.now),
        false => Err(Unaccepted::Unknown),
    };
    known.map_err(|unaccepted| match unaccepted {
        Unaccepted::Unknown => refused(401, "Unauthorized", "The X-Auth-Token is invalid!"),
        Unaccepted::Expired => coded(401, "IAM.0066", "The token has expired."),
    })
}
