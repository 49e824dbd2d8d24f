//! The client builds the requests that the official SDK was seen to send.

use cloud_api::swr::{
    AccessLevel, AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess,
    CreateSyncTask, DeleteSyncTask, Grant, ListOrganizations, ListRepositories, ListSyncJobs,
    ListSyncRegions, ListSyncTasks, ListTags, ListTagsAfter, PageSize, RepositoryOrder,
    ShowOrganization, ShowRepository, ShowRepositoryAccess, SortDirection, SyncImages, SyncTarget,
    Visibility,
};
use cloud_api::{HeaderValue, Mutation, Operation, Request, Service};
use serde_json::Value;

const VECTORS: &str = include_str!("../../../tests/vectors/sdk_requests.json");

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// The recorded requests of one step.
fn recorded(name: &str) -> Vec<Value> {
    let Ok(Value::Array(requests)) = serde_json::from_str(VECTORS) else {
        panic!("the vectors are no list")
    };
    requests
        .into_iter()
        .filter(|request| request["name"] == name)
        .collect()
}

fn built(name: &str, request: &Request) -> Value {
    let body = if request.body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&request.body).unwrap_or(Value::Null)
    };
    serde_json::json!({
        "name": name,
        "method": request.method.as_str(),
        "path_and_query": request.path_and_query(),
        "body": body,
    })
}

fn check(name: &str, requests: &[Request]) {
    let built: Vec<Value> = requests
        .iter()
        .map(|request| built(name, request))
        .collect();
    assert_eq!(built, recorded(name));
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers, [("Content-Type", json)]);
        assert_eq!(request.service, Service::Swr);
    }
}

fn written(mutation: &Mutation) -> Request {
    match mutation.request() {
        Ok(request) => request,
        Err(error) => panic!("{error}"),
    }
}

fn limit(rows: u16) -> PageSize {
    match PageSize::try_from(rows) {
        Ok(limit) => limit,
        Err(error) => panic!("{error}"),
    }
}

fn page(offset: u64, rows: u16) -> ListRepositories {
    ListRepositories {
        organization: None,
        name: None,
        offset,
        limit: limit(rows),
        order: None,
    }
}

fn grants(level: AccessLevel) -> Vec<Grant> {
    let user = read("dc41bf054962447e8e0a4c712ebd1916");
    vec![Grant::new(user, Some("conformance-user"), level)]
}

#[test]
fn listing_organizations_is_sent_like_the_sdk() {
    let operation = ListOrganizations {
        visibility: Visibility::Granted,
        name: None,
    };
    check("list_namespaces", &[operation.request()]);
}

#[test]
fn looking_for_an_organization_is_sent_like_the_sdk() {
    let operation = ListOrganizations {
        visibility: Visibility::Granted,
        name: Some(read("ns1")),
    };
    check("list_namespaces_filter", &[operation.request()]);
}

#[test]
fn showing_an_organization_is_sent_like_the_sdk() {
    let organization = read("ns1");
    check(
        "show_namespace",
        &[ShowOrganization { organization }.request()],
    );
}

#[test]
fn listing_repositories_is_sent_like_the_sdk() {
    check("list_repos_v2", &[page(0, 100).request()]);
}

#[test]
fn looking_for_repositories_is_sent_like_the_sdk() {
    let operation = ListRepositories {
        organization: Some(read("ns1")),
        name: Some("app/r1".to_owned()),
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
        ..page(0, 10)
    };
    check("list_repos_v2_filter", &[operation.request()]);
}

#[test]
fn turning_pages_is_sent_like_the_sdk() {
    check(
        "list_repos_v2_paging",
        &[page(0, 1).request(), page(1, 1).request()],
    );
}

#[test]
fn showing_a_repository_is_sent_like_the_sdk() {
    let operation = ShowRepository {
        organization: read("ns1"),
        repository: read("app/r1"),
    };
    check("show_repository", &[operation.request()]);
}

#[test]
fn showing_access_is_sent_like_the_sdk() {
    let operation = ShowRepositoryAccess {
        organization: read("ns1"),
        repository: read("app/r1"),
    };
    check("show_repo_access", &[operation.request()]);
}

#[test]
fn granting_is_sent_like_the_sdk() {
    let mutation = Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("ns1"),
        repository: read("app/r1"),
        grants: grants(AccessLevel::Read),
    });
    check("create_repo_auth", &[written(&mutation)]);
}

#[test]
fn changing_a_level_is_sent_like_the_sdk() {
    let mutation = Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("ns1"),
        repository: read("app/r1"),
        grants: grants(AccessLevel::Manage),
    });
    check("update_repo_auth", &[written(&mutation)]);
}

#[test]
fn cancelling_is_sent_like_the_sdk() {
    let mutation = Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("ns1"),
        repository: read("app/r1"),
        users: vec![read("dc41bf054962447e8e0a4c712ebd1916")],
    });
    check("delete_repo_auth", &[written(&mutation)]);
}

fn sync_target() -> SyncTarget {
    SyncTarget {
        region: read("cn-east-3"),
        organization: read("conformance-ns"),
    }
}

#[test]
fn listing_tags_is_sent_like_the_sdk() {
    let operation = ListTags {
        organization: read("ns1"),
        repository: read("app/r1"),
        offset: 0,
        limit: limit(10),
    };
    check("list_tags_v2", &[operation.request()]);
}

#[test]
fn listing_tags_in_the_third_version_is_sent_like_the_sdk() {
    let operation = ListTagsAfter {
        organization: read("ns1"),
        repository: read("app/r1"),
        marker: None,
        limit: limit(10),
    };
    check("list_tags_v3", &[operation.request()]);
}

#[test]
fn listing_sync_regions_is_sent_like_the_sdk() {
    check("list_sync_regions", &[ListSyncRegions.request()]);
}

#[test]
fn listing_sync_tasks_is_sent_like_the_sdk() {
    let operation = ListSyncTasks {
        organization: read("ns1"),
        repository: read("app/r1"),
    };
    check("list_image_sync_repo", &[operation.request()]);
}

#[test]
fn making_a_sync_task_is_sent_like_the_sdk() {
    let mutation = Mutation::CreateSyncTask(CreateSyncTask {
        organization: read("ns1"),
        repository: read("app/r1"),
        target: sync_target(),
        automatic: true,
        overwrite: false,
    });
    check("create_image_sync_repo", &[written(&mutation)]);
}

#[test]
fn syncing_by_hand_is_sent_like_the_sdk() {
    let mutation = Mutation::SyncImages(SyncImages {
        organization: read("ns1"),
        repository: read("app/r1"),
        tags: vec![read("v1")],
        target: sync_target(),
        overwrite: true,
        newest_job: None,
    });
    // The step first lists the tags without a page, to find one; the console pages through them.
    let sent = &recorded("create_manual_sync")[1];
    assert_eq!(built("create_manual_sync", &written(&mutation)), *sent);
}

#[test]
fn listing_sync_jobs_is_sent_like_the_sdk() {
    let operation = ListSyncJobs {
        organization: read("ns1"),
        repository: read("app/r1"),
        offset: 0,
        limit: limit(10),
        order: SortDirection::Descending,
    };
    check("show_sync_job", &[operation.request()]);
}

#[test]
fn deleting_a_sync_task_is_sent_like_the_sdk() {
    let mutation = Mutation::DeleteSyncTask(DeleteSyncTask {
        organization: read("ns1"),
        repository: read("app/r1"),
        target: sync_target(),
    });
    check("delete_image_sync_repo", &[written(&mutation)]);
}

#[test]
fn asking_for_an_unknown_organization_is_sent_like_the_sdk() {
    let organization = read("no-such-namespace-zz");
    check(
        "err_unknown_namespace",
        &[ShowOrganization { organization }.request()],
    );
}

#[test]
fn asking_for_an_unknown_repository_is_sent_like_the_sdk() {
    let operation = ShowRepository {
        organization: read("ns1"),
        repository: read("no-such-repo-zz"),
    };
    check("err_unknown_repo", &[operation.request()]);
}

#[test]
fn the_visible_filter_is_escaped_as_a_whole() {
    let operation = ListOrganizations {
        visibility: Visibility::Visible,
        name: Some(read("acme-web")),
    };
    assert_eq!(
        operation.request().path_and_query(),
        "/v2/manage/namespaces?filter=namespace%3A%3Aacme-web%7Cmode%3A%3Avisible"
    );
}

#[test]
fn page_sizes_are_1_to_1000() {
    let taken: Vec<u16> = [0, 1, 1_000, 1_001, u16::MAX]
        .into_iter()
        .filter(|rows| PageSize::try_from(*rows).is_ok())
        .collect();
    assert_eq!(taken, [1, 1_000]);
}
