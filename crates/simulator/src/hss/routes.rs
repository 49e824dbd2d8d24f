//! The calls of HSS, and who may make them.

use crate::gateway::answer::Answer;
use crate::gateway::authentication::caller;
use crate::gateway::incoming::Arrived;
use crate::gateway::refusal::unknown_path;
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Tokens;

use super::call::Handler::{Part, Project};
use super::call::{Call, Handler};
use super::state::State;
use super::{registries, start, task_list, task_registries, view};

/// Every call that HSS answers.
#[rustfmt::skip] // A table is read by its columns.
const ROUTES: &[Route<Handler>] = &[
    route("GET",  "/v5/{project}/image/registries",                         Project(registries::list)),
    route("GET",  "/v5/{project}/image/registries/statistics",              Project(registries::statistics)),
    route("GET",  "/v5/{project}/image/tasks",                              Project(task_list::list)),
    route("GET",  "/v5/{project}/image/image-sync/tasks/{task}/registries", Part(task_registries::list)),
    route("POST", "/v5/{project}/image/image-sync/tasks",                   Project(start::start)),
];

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route<Handler> {
    assert!(route::count_names(template) == handler.names());
    Route {
        method,
        template,
        handler,
    }
}

/// Whether it is a path of HSS.
pub fn owns(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(*segments, ["", "v5", _, "image", ..])
}

/// Answers a request of HSS; the tokens are IAM's.
pub fn answer(state: &mut State, arrived: &Arrived<'_>, tokens: &Tokens) -> Answer {
    let &Arrived { request, path, now } = arrived;
    let (handler, named) = route::find(ROUTES, &request.method, path).ok_or_else(unknown_path)?;
    let caller = caller(tokens, arrived)?;
    let Some((project, parts)) = named.split_first() else {
        return Err(unknown_path());
    };
    let view = view::of(&caller, project, request)?;
    let call = Call {
        request,
        view: &view,
        now,
    };
    match (handler, parts) {
        (Project(handle), []) => handle(state, &call),
        (Part(handle), [part]) => handle(state, &call, part),
        _ => Err(unknown_path()),
    }
}
