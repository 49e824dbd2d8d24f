//! The client builds the requests that the official SDK was seen to send.

use cloud_api::hss::{
    EnterpriseProject, ListRegistries, ListTaskRegistries, Offset, Page, PageSize as HssPageSize,
    Paging, RegistriesToSync, RegistryType, StartImageSync, SyncStatus, TasksBefore,
};
use cloud_api::swr::{
    AccessLevel, AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess,
    CreateSyncTask, DeleteSyncTask, Grant, ListOrganizations, ListRepositories,
    ListRepositoriesByMarker, ListSyncJobs, ListSyncRegions, ListSyncTasks, ListTags,
    ListTagsAfter, PageSize, RepositoryOrder, ShowOrganization, ShowRepository,
    ShowRepositoryAccess, SortDirection, SyncImages, SyncTarget, Visibility,
};
use cloud_api::{HeaderValue, Mutation, Operation, Request, Response, Service};
use serde_json::Value;

/// Stands for the project `p1` of the recording, which is shorter than any real ID.
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
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
        "path_and_query": request.path_and_query().replace(PROJECT, "p1"),
        "body": body,
    })
}

fn compare(name: &str, requests: &[Request]) {
    let built: Vec<Value> = requests
        .iter()
        .map(|request| built(name, request))
        .collect();
    assert_eq!(built, recorded(name));
}

fn check(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers, [("Content-Type", json)]);
        assert_eq!(request.service, Service::Swr);
    }
}

fn check_hss(name: &str, requests: &[Request]) {
    compare(name, requests);
    for request in requests {
        let json = HeaderValue::Plain("application/json".to_owned());
        assert_eq!(request.headers[0], ("Content-Type", json));
        assert_eq!(request.service, Service::Hss);
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

fn part(offset: Option<u32>, rows: Option<u16>) -> Paging {
    Paging {
        offset: offset.and_then(|rows| Offset::try_from(rows).ok()),
        limit: rows.and_then(|rows| HssPageSize::try_from(rows).ok()),
    }
}

fn registries(offset: u32, rows: u16) -> ListRegistries {
    ListRegistries {
        project: read(PROJECT),
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_id: None,
        registry_types: [].into(),
        registry_address: None,
        status: None,
        paging: part(Some(offset), Some(rows)),
    }
}

fn of_task(task: &str, offset: Option<u32>, rows: Option<u16>) -> ListTaskRegistries {
    ListTaskRegistries {
        project: read(PROJECT),
        task_id: read(task),
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_types: [].into(),
        sync_status: None,
        paging: part(offset, rows),
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

fn first_by_marker(rows: u16) -> ListRepositoriesByMarker {
    ListRepositoriesByMarker {
        organization: None,
        marker: None,
        limit: limit(rows),
    }
}

/// The read after an answer that names this marker.
fn next_by_marker(read: &ListRepositoriesByMarker, marker: u32) -> ListRepositoriesByMarker {
    let answer = Response {
        status: 200,
        headers: Vec::new(),
        body: format!(r#"{{"repos":[{{}}],"nextMarker":{marker}}}"#).into_bytes(),
    };
    match ListRepositoriesByMarker::decode(&answer).map(|page| read.after(&page)) {
        Ok(Some(next)) => next,
        other => panic!("{other:?}"),
    }
}

#[test]
fn listing_repositories_by_marker_is_sent_like_the_sdk() {
    check("list_repos_v3", &[first_by_marker(100).request()]);
}

#[test]
fn turning_pages_by_marker_is_sent_like_the_sdk() {
    let first = first_by_marker(1);
    let second = next_by_marker(&first, 1);
    let third = next_by_marker(&second, 2);
    check(
        "list_repos_v3_paging",
        &[first.request(), second.request(), third.request()],
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

#[test]
fn listing_registries_is_sent_like_the_sdk() {
    check_hss("list_registry", &[registries(0, 200).request()]);
}

#[test]
fn turning_pages_of_registries_is_sent_like_the_sdk() {
    let pages = [0, 10, 20].map(|offset| registries(offset, 10).request());
    check_hss("list_registry_paging", &pages);
}

#[test]
fn looking_for_registries_of_a_type_is_sent_like_the_sdk() {
    let operation = ListRegistries {
        registry_types: [RegistryType::Harbor].into(),
        ..registries(0, 200)
    };
    check_hss("list_registry_filter_type", &[operation.request()]);
}

#[test]
fn starting_a_sync_and_reading_its_registries_is_sent_like_the_sdk() {
    let start = Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::Default,
        registries: RegistriesToSync::All,
        before: TasksBefore::of(&Page {
            rows: Vec::new(),
            total: Some(0),
        }),
    });
    let requests = [written(&start), of_task("t1", Some(0), Some(10)).request()];
    check_hss("assoc_limit_10", &requests);
}

#[test]
fn reading_a_tasks_registries_is_sent_like_the_sdk() {
    let whole = of_task("t1", Some(0), Some(200)).request();
    check_hss("assoc_limit_200", &[whole]);
    check_hss(
        "assoc_default_limit",
        &[of_task("t1", None, None).request()],
    );
    let pages = [10, 20].map(|offset| of_task("t1", Some(offset), Some(10)).request());
    check_hss("assoc_paging", &pages);
    let task = "0b01824f-a8e8-4ddb-bd27-7d330fa8b2c3";
    check_hss(
        "err_unknown_task",
        &[of_task(task, None, Some(10)).request()],
    );
}

#[test]
fn filtering_a_tasks_registries_is_sent_like_the_sdk() {
    let all = || of_task("t1", None, Some(200));
    let of_types = |types: &[RegistryType]| ListTaskRegistries {
        registry_types: types.iter().copied().collect(),
        ..all()
    };
    let harbor = of_types(&[RegistryType::Harbor]).request();
    check_hss("assoc_filter_type", &[all().request(), harbor]);
    let both = of_types(&[RegistryType::Jfrog, RegistryType::Harbor]).request();
    check_hss("assoc_filter_types_comma", &[both]);
    let by_status = SyncStatus::ALL.map(|status| {
        let operation = ListTaskRegistries {
            sync_status: Some(status),
            ..all()
        };
        operation.request()
    });
    check_hss("assoc_filter_status", &by_status);
    let named = ListTaskRegistries {
        registry_name: Some(read("reg-0")),
        ..all()
    };
    let first = of_task("t1", None, Some(10)).request();
    check_hss("assoc_filter_name", &[first, named.request()]);
}

#[test]
fn the_limits_that_the_service_refused_cannot_be_written() {
    for (name, rows) in [("err_limit_9", 9), ("err_limit_201", 201)] {
        assert_eq!(recorded(name).len(), 1);
        assert!(HssPageSize::try_from(rows).is_err(), "{rows}");
    }
}
