//! The calls of SWR Enterprise, and who may make them.

use percent_encoding::percent_decode_str;

use crate::gateway::answer::Answer;
use crate::gateway::authentication::caller;
use crate::gateway::incoming::Arrived;
use crate::gateway::refusal::{identity, unknown_path};
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Tokens;

use super::call::Handler::{Inner, Instance, Part, Project};
use super::call::{Call, Handler};
use super::refusal::{denied, unknown};
use super::state::State;
use super::{
    audit_logs, executions, instances, namespaces, policies, registries, repositories, tasks,
};

/// Every call that SWR Enterprise answers.
#[rustfmt::skip] // A table is read by its columns.
const ROUTES: &[Route<Handler>] = &[
    route("GET",    "/v2/{project}/instances",                                                          Project(instances::list)),
    route("GET",    "/v2/{project}/repositories",                                                       Project(repositories::list_of_project)),
    route("GET",    "/v2/{project}/instances/{instance}",                                               Instance(instances::show)),
    route("GET",    "/v2/{project}/instances/{instance}/statistics",                                    Instance(instances::statistics)),
    route("GET",    "/v2/{project}/instances/{instance}/audit-logs",                                    Instance(audit_logs::list)),
    route("GET",    "/v2/{project}/instances/{instance}/registries",                                    Instance(registries::list)),
    route("POST",   "/v2/{project}/instances/{instance}/registries",                                    Instance(registries::create)),
    route("GET",    "/v2/{project}/instances/{instance}/registries/{registry}",                         Part(registries::show)),
    route("PUT",    "/v2/{project}/instances/{instance}/registries/{registry}",                         Part(registries::update)),
    route("DELETE", "/v2/{project}/instances/{instance}/registries/{registry}",                         Part(registries::delete)),
    route("GET",    "/v2/{project}/instances/{instance}/replication/policies",                          Instance(policies::list)),
    route("POST",   "/v2/{project}/instances/{instance}/replication/policies",                          Instance(policies::create)),
    route("GET",    "/v2/{project}/instances/{instance}/replication/policies/{policy}",                 Part(policies::show)),
    route("PUT",    "/v2/{project}/instances/{instance}/replication/policies/{policy}",                 Part(policies::update)),
    route("DELETE", "/v2/{project}/instances/{instance}/replication/policies/{policy}",                 Part(policies::delete)),
    route("GET",    "/v2/{project}/instances/{instance}/replication/executions",                        Instance(executions::list)),
    route("POST",   "/v2/{project}/instances/{instance}/replication/executions",                        Instance(executions::start)),
    route("PUT",    "/v2/{project}/instances/{instance}/replication/executions/{execution}",            Part(executions::stop)),
    route("GET",    "/v2/{project}/instances/{instance}/replication/executions/{execution}/tasks",      Part(tasks::list)),
    route("GET",    "/v2/{project}/instances/{instance}/replication/executions/{execution}/tasks/{task}/subtasks", Inner(tasks::list_subtasks)),
    route("GET",    "/v2/{project}/instances/{instance}/namespaces",                                    Instance(namespaces::list)),
    route("GET",    "/v2/{project}/instances/{instance}/namespaces/{namespace}",                        Part(namespaces::show)),
    route("GET",    "/v2/{project}/instances/{instance}/namespaces/{namespace}/repositories",           Part(repositories::list_of_namespace)),
    route("GET",    "/v2/{project}/instances/{instance}/namespaces/{namespace}/repositories/{repository}/artifacts", Inner(repositories::artifacts)),
    route("GET",    "/v2/{project}/instances/{instance}/repositories",                                  Instance(repositories::list)),
    route("GET",    "/v2/{project}/instances/{instance}/artifacts",                                     Instance(repositories::all_artifacts)),
];

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route<Handler> {
    assert!(route::count_names(template) == handler.names());
    Route {
        method,
        template,
        handler,
    }
}

/// Whether it is a path of SWR Enterprise.
pub fn owns(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(*segments, ["", "v2", _, "instances" | "repositories", ..])
}

/// Answers a request of SWR Enterprise; the tokens are IAM's. Who may only read changes nothing.
pub fn answer(state: &mut State, arrived: &Arrived<'_>, tokens: &Tokens) -> Answer {
    let &Arrived { request, path, now } = arrived;
    let (handler, named) = route::find(ROUTES, &request.method, path).ok_or_else(unknown_path)?;
    let caller = caller(tokens, arrived)?;
    let project = caller.project();
    let project = project.ok_or_else(|| identity("the token has no project"))?;
    let named: Vec<String> = named
        .into_iter()
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
        .collect();
    let Some((of_path, named)) = named.split_first() else {
        return Err(unknown_path());
    };
    if of_path != project || (caller.is_reader() && request.method != "GET") {
        return Err(denied());
    }
    let call = Call {
        request,
        project,
        referring_policies: state.referring_policies,
        now,
    };
    if let (Project(handle), []) = (handler, named) {
        return handle(state, &call);
    }
    let Some((id, parts)) = named.split_first() else {
        return Err(unknown_path());
    };
    let mut instances = state.instances.iter_mut();
    let instance = instances.find(|one| one.project == project && one.id == *id);
    let instance = instance.ok_or_else(|| unknown("instance"))?;
    match (handler, parts) {
        (Instance(handle), []) => handle(instance, &call),
        (Part(handle), [part]) => handle(instance, &call, part),
        (Inner(handle), [part, inner]) => handle(instance, &call, part, inner),
        _ => Err(unknown_path()),
    }
}
