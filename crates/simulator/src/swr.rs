//! The shared edition: who may ask, and which part answers.

use cloud_api::{OrganizationName, RepositoryName, Response, Timestamp};
use percent_encoding::percent_decode_str;

use crate::incoming::Incoming;
use crate::refusal::{gateway_identity, no_right, swr, unknown_path};
use crate::signature::{Caller, caller};
use crate::state::{Scope, State};
use crate::{
    access, account, organizations, repositories, repository_lists, sync_jobs, sync_regions,
    sync_tasks, tags,
};

/// Answers a request of SWR.
pub fn answer(state: &mut State, request: &Incoming, path: &str, now: Timestamp) -> Response {
    let (version, rest) = path.split_at(path.len().min("/v2".len()));
    let segments: Vec<&str> = rest.split('/').skip(2).collect();
    if !is_known(version, &request.method, &segments) {
        return unknown_path();
    }
    let caller = match caller(state, request, path, now) {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    match caller.scope {
        Scope::Main => {}
        Scope::Sub => return no_right(),
        Scope::Account => return gateway_identity("the token has no project"),
    }
    let content_type = request.header("Content-Type").unwrap_or_default();
    let content_type = content_type.replace("; ", ";").to_ascii_lowercase();
    // The last one is how the seed page words it.
    let documented = [
        "application/json",
        "application/json;charset=utf-8",
        "charset=utf-8 application/json",
    ];
    if !documented.contains(&&*content_type) {
        return swr(
            400,
            "SVCSTG.SWR.4000014",
            "Content-Type must be application/json",
        );
    }
    let call = Call {
        caller: &caller,
        request,
        version,
        now,
    };
    route(state, &call, &segments)
}

/// What every part needs to know of a call.
struct Call<'a> {
    caller: &'a Caller,
    request: &'a Incoming,
    version: &'a str,
    now: Timestamp,
}

fn is_known(version: &str, method: &str, segments: &[&str]) -> bool {
    if version == "/v3" {
        return matches!(
            (method, segments),
            ("GET", ["repos"] | ["namespaces", _, "repos", _, "tags"])
        );
    }
    matches!(
        (method, segments),
        (
            "GET",
            ["repos" | "overview" | "regions"]
                | ["projects", _, "quotas" | "feature-gates"]
                | ["namespaces", _, "repos", _, "tags" | "sync_job"]
        ) | ("GET" | "POST", ["namespaces"])
            | ("GET" | "DELETE", ["namespaces", _])
            | ("POST", ["namespaces", _, "repos"])
            | ("GET" | "PATCH" | "DELETE", ["namespaces", _, "repos", _])
            | (
                "GET" | "POST" | "PATCH" | "DELETE",
                ["namespaces", _, "access"] | ["namespaces", _, "repos", _, "access"]
            )
            | (
                "GET" | "POST" | "DELETE",
                ["namespaces", _, "repos", _, "sync_repo"]
            )
            | ("POST", ["namespaces", _, "repos", _, "sync_images"])
            | ("GET" | "DELETE", ["namespaces", _, "repos", _, "tags", _])
    )
}

fn route(state: &mut State, call: &Call<'_>, segments: &[&str]) -> Response {
    let &Call {
        caller,
        request,
        version,
        ..
    } = call;
    match (&*request.method, segments) {
        ("POST", ["namespaces"]) => organizations::create(state, caller, &request.body),
        (_, ["namespaces"]) => organizations::list(state, caller, request),
        (_, ["repos"]) if version == "/v3" => repository_lists::by_marker(state, caller, request),
        (_, ["repos"]) => repository_lists::by_offset(state, caller, request),
        (_, ["regions"]) => sync_regions::list(state, caller),
        (_, ["overview"]) => account::overview(state),
        (_, ["projects", project, "quotas"]) => account::quotas(state, project),
        (_, ["projects", project, _]) => account::feature_gates(project),
        (_, ["namespaces", organization, rest @ ..]) => match organization_name(organization) {
            Ok(organization) => of_organization(state, call, &organization, rest),
            Err(refusal) => refusal,
        },
        _ => unknown_path(),
    }
}

fn of_organization(
    state: &mut State,
    call: &Call<'_>,
    organization: &str,
    rest: &[&str],
) -> Response {
    let &Call {
        caller,
        request,
        now,
        ..
    } = call;
    let body = &request.body;
    match (&*request.method, rest) {
        ("DELETE", []) => organizations::delete(state, caller, organization),
        (_, []) => organizations::show(state, caller, organization),
        (_, ["access"]) => access::of_organization(state, caller, organization, request),
        (_, ["repos"]) => repositories::create(state, caller, organization, body, now),
        (_, ["repos", repository, rest @ ..]) => match repository_name(repository) {
            Ok(repository) => of_repository(state, call, organization, &repository, rest),
            Err(refusal) => refusal,
        },
        _ => unknown_path(),
    }
}

fn of_repository(
    state: &mut State,
    call: &Call<'_>,
    organization: &str,
    repository: &str,
    rest: &[&str],
) -> Response {
    let &Call {
        caller, request, ..
    } = call;
    if let Some(fault) = fault_by_name(state, &request.method, organization, repository) {
        return fault;
    }
    let body = &request.body;
    match (&*request.method, rest) {
        ("GET", []) => repositories::show(state, caller, organization, repository),
        ("PATCH", []) => repositories::update(state, caller, organization, repository, body),
        ("DELETE", []) => repositories::delete(state, caller, organization, repository),
        (_, ["access"]) => access::of_repository(state, caller, organization, repository, request),
        _ => {
            of_images(state, call, organization, repository, rest).unwrap_or_else(|refusal| refusal)
        }
    }
}

/// What a repository holds and where it is copied to.
fn of_images(
    state: &mut State,
    call: &Call<'_>,
    organization: &str,
    repository: &str,
    rest: &[&str],
) -> Result<Response, Response> {
    let &Call {
        caller,
        request,
        version,
        now,
    } = call;
    let body = &request.body;
    match (&*request.method, rest) {
        ("GET", ["sync_repo"]) => sync_tasks::list(state, caller, organization, repository),
        ("POST", ["sync_repo"]) => {
            sync_tasks::create(state, caller, organization, repository, body, now)
        }
        ("DELETE", ["sync_repo"]) => {
            sync_tasks::delete(state, caller, organization, repository, body)
        }
        ("POST", ["sync_images"]) => {
            sync_jobs::start_by_hand(state, caller, organization, repository, body, now)
        }
        ("GET", ["sync_job"]) => {
            sync_jobs::list(state, caller, organization, repository, request, now)
        }
        ("GET", ["tags"]) if version == "/v3" => {
            tags::by_marker(state, caller, organization, repository, request)
        }
        ("GET", ["tags"]) => tags::by_offset(state, caller, organization, repository, request),
        (method, ["tags", tag]) => {
            let tag = percent_decode_str(tag).decode_utf8_lossy();
            if method == "DELETE" {
                tags::delete(state, caller, organization, repository, &tag)
            } else {
                tags::show(state, caller, organization, repository, &tag)
            }
        }
        _ => Err(unknown_path()),
    }
}

/// The fault that goes by a repository's name, or by the last part of it.
fn fault_by_name(
    state: &mut State,
    method: &str,
    organization: &str,
    repository: &str,
) -> Option<Response> {
    repositories::find(state, organization, repository).ok()?;
    let is_due = match repository.rsplit('/').next() {
        Some("fault-500-always") => true,
        Some("fault-500-once") if method != "GET" => state
            .happened
            .insert(format!("repository {organization}/{repository}")),
        _ => false,
    };
    let code = match method {
        "POST" => "SVCSTG.SWR.5000093",
        "GET" => "SVCSTG.SWR.5000000",
        _ => "SVCSTG.SWR.5000092",
    };
    is_due.then(|| swr(500, code, "Internal error"))
}

fn organization_name(segment: &str) -> Result<String, Response> {
    let text = percent_decode_str(segment).decode_utf8_lossy().into_owned();
    match text.parse::<OrganizationName>() {
        Ok(name) => Ok(name.to_string()),
        Err(_) if text.contains('/') => Err(unknown_path()),
        Err(error) => Err(swr(
            400,
            "SVCSTG.SWR.4001028",
            &format!("Invalid organization name: {error}"),
        )),
    }
}

/// `$` and `%24` stand for a slash; a slash that arrives escaped is no known path (reference §3).
fn repository_name(segment: &str) -> Result<String, Response> {
    let text = percent_decode_str(segment).decode_utf8_lossy().into_owned();
    if text.contains('/') {
        return Err(unknown_path());
    }
    match text.replace('$', "/").parse::<RepositoryName>() {
        Ok(name) => Ok(name.to_string()),
        Err(error) => Err(swr(
            400,
            "SVCSTG.SWR.4001029",
            &format!("Invalid repository name: {error}"),
        )),
    }
}
