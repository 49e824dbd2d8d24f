//! The calls of SWR, and who may make them.

use crate::gateway::answer::{Answer, Response};
use crate::gateway::authentication::caller;
use crate::gateway::caller::Scope;
use crate::gateway::incoming::{Arrived, Incoming};
use crate::gateway::refusal::{identity, unknown_path};
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Tokens;
use crate::gateway::users::Users;

use super::accounts::Accounts;
use super::call::Handler::{Account, Organization, Part, Project, Repository};
use super::call::{Call, Handler};
use super::fault;
use super::place::{Place, organization_name, unescaped};
use super::refusal::{invalid, no_right};
use super::state::State;
use super::{
    access, account, organizations, repositories, repository_lists, shared_accounts, sync_jobs,
    sync_regions, sync_tasks, tags,
};

/// Every call that SWR answers.
#[rustfmt::skip] // A table is read by its columns.
const ROUTES: &[Route<Handler>] = &[
    route("GET",    "/v2/manage/overview",                         Account(account::overview)),
    route("GET",    "/v2/manage/projects/{project}/quotas",        Project(account::quotas)),
    route("GET",    "/v2/manage/projects/{project}/feature-gates", Project(account::feature_gates)),
    route("GET",    "/v2/manage/regions",                          Account(sync_regions::list)),
    route("GET",    "/v2/manage/repos",                            Account(repository_lists::by_offset)),
    route("GET",    "/v3/manage/repos",                            Account(repository_lists::by_marker)),

    route("GET",    "/v2/manage/namespaces",                       Account(organizations::list)),
    route("POST",   "/v2/manage/namespaces",                       Account(organizations::create)),
    route("GET",    "/v2/manage/namespaces/{namespace}",           Organization(organizations::show)),
    route("DELETE", "/v2/manage/namespaces/{namespace}",           Organization(organizations::delete)),
    route("GET",    "/v2/manage/namespaces/{namespace}/access",    Organization(access::read_organization)),
    route("POST",   "/v2/manage/namespaces/{namespace}/access",    Organization(access::write_organization)),
    route("PATCH",  "/v2/manage/namespaces/{namespace}/access",    Organization(access::write_organization)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/access",    Organization(access::write_organization)),
    route("POST",   "/v2/manage/namespaces/{namespace}/repos",     Organization(repositories::create)),

    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}",             Repository(repositories::show)),
    route("PATCH",  "/v2/manage/namespaces/{namespace}/repos/{repository}",             Repository(repositories::update)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/repos/{repository}",             Repository(repositories::delete)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}/access",      Repository(access::read_repository)),
    route("POST",   "/v2/manage/namespaces/{namespace}/repos/{repository}/access",      Repository(access::write_repository)),
    route("PATCH",  "/v2/manage/namespaces/{namespace}/repos/{repository}/access",      Repository(access::write_repository)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/repos/{repository}/access",      Repository(access::write_repository)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",   Repository(sync_tasks::list)),
    route("POST",   "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",   Repository(sync_tasks::create)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",   Repository(sync_tasks::delete)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_job",    Repository(sync_jobs::list)),
    route("POST",   "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_images", Repository(sync_jobs::start_by_hand)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}/tags",        Repository(tags::by_offset)),
    route("GET",    "/v3/manage/namespaces/{namespace}/repos/{repository}/tags",        Repository(tags::by_marker)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}",  Part(tags::show)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}",  Part(tags::delete)),

    route("GET",    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains",                 Repository(shared_accounts::list)),
    route("POST",   "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains",                 Repository(shared_accounts::create)),
    route("GET",    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains/{access_domain}", Part(shared_accounts::show)),
    route("DELETE", "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains/{access_domain}", Part(shared_accounts::delete)),
];

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route<Handler> {
    assert!(route::count_names(template) == handler.names());
    Route {
        method,
        template,
        handler,
    }
}

/// Whether it is a path of SWR.
pub fn owns(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(*segments, ["", "v2" | "v3", "manage", ..])
}

/// Answers a request of SWR; tokens and users are IAM's.
pub fn answer(
    accounts: &mut Accounts,
    arrived: &Arrived<'_>,
    tokens: &Tokens,
    users: &Users,
) -> Answer {
    let &Arrived { request, path, now } = arrived;
    let (handler, named) = route::find(ROUTES, &request.method, path).ok_or_else(unknown_path)?;
    let caller = caller(tokens, arrived)?;
    match caller.scope {
        Scope::Main => {}
        Scope::Sub => return Err(no_right()),
        Scope::Account => return Err(identity("the token has no project")),
    }
    check_content_type(request)?;
    let state = accounts.of(caller.account());
    let call = Call {
        caller: &caller,
        users,
        request,
        now,
    };
    match (handler, &*named) {
        (Account(handle), []) => handle(state, &call),
        (Project(handle), [project]) => handle(state, &call, project),
        (Organization(handle), [organization]) => {
            handle(state, &call, &organization_name(organization)?)
        }
        (Repository(handle), [organization, repository]) => {
            let place = reached(state, &call, organization, repository)?;
            handle(state, &call, &place)
        }
        (Part(handle), [organization, repository, part]) => {
            let place = reached(state, &call, organization, repository)?;
            handle(state, &call, &place, &unescaped(part))
        }
        _ => Err(unknown_path()),
    }
}

/// The repository that a path names, unless a fault goes by its name.
fn reached(
    state: &mut State,
    call: &Call<'_>,
    organization: &str,
    repository: &str,
) -> Result<Place, Response> {
    let place = Place::read(organization, repository)?;
    match fault::take(state, &call.request.method, &place) {
        Some(fault) => Err(fault),
        None => Ok(place),
    }
}

fn check_content_type(request: &Incoming) -> Result<(), Response> {
    let content_type = request.header("Content-Type").unwrap_or_default();
    let content_type = content_type.replace("; ", ";").to_ascii_lowercase();
    // The last one is how the seed page words it.
    let documented = [
        "application/json",
        "application/json;charset=utf-8",
        "charset=utf-8 application/json",
    ];
    if documented.contains(&&*content_type) {
        Ok(())
    } else {
        Err(invalid("Content-Type must be application/json"))
    }
}
