//! What can be asked of the enterprise edition.

use cloud_api::enterprise::{
    AuditOperation, ListAllArtifacts, ListAllRepositories, ListArtifacts, ListAuditLogs,
    ListExecutions, ListNamespaces, ListPolicies, ListRepositories, ListSubTasks, ListTasks,
    PageSize, PageSizeError, Paging, RepositoryName, ShowPolicy, ShowStatistics,
    ShowTargetRegistry,
};
use cloud_api::{Method, Operation, ProjectId, Request, Service};

use super::support::{BEYOND, INSTANCE};
use crate::support::{PROJECT, read};

/// What is asked behind the instance's own path.
fn asked(request: &Request) -> String {
    assert_eq!(
        (request.service(), request.method()),
        (Service::Enterprise, Method::Get)
    );
    let path = request.path_and_query();
    let behind = path.strip_prefix(&format!("/v2/{PROJECT}/instances/{INSTANCE}"));
    behind.unwrap_or(&path).to_owned()
}

fn project() -> ProjectId {
    read(PROJECT)
}

fn first() -> Paging {
    Paging::holding(0)
}

#[test]
fn a_page_begins_at_a_multiple_of_its_length() {
    let offsets = [0, 1, 99, 100, 101, 250, u64::MAX].map(|row| Paging::holding(row).offset());
    let last = u64::MAX / 100 * 100;
    assert_eq!(offsets, [0, 0, 0, 100, 100, 200, last]);
}

#[test]
fn page_sizes_are_1_to_100() {
    let rows = |number| PageSize::try_from(number).map(PageSize::rows);
    assert_eq!([rows(1), rows(100)], [Ok(1), Ok(100)]);
    for odd in [0, 101, u16::MAX] {
        assert_eq!(rows(odd), Err(PageSizeError(odd)));
    }
    assert_eq!(
        PageSizeError(101).to_string(),
        "101 rows cannot be asked for at once; the API takes 1 to 100"
    );
}

#[test]
fn what_an_instance_holds_is_asked_for_below_it() {
    let (project, instance) = (project(), || read(INSTANCE));
    let namespaces = ListNamespaces {
        project: project.clone(),
        instance: instance(),
        paging: Paging::holding(230),
    };
    assert_eq!(
        asked(&namespaces.request()),
        "/namespaces?limit=100&offset=200"
    );
    let repositories = ListRepositories {
        project: project.clone(),
        instance: instance(),
        paging: first(),
    };
    assert_eq!(
        asked(&repositories.request()),
        "/repositories?limit=100&offset=0"
    );
    let statistics = ShowStatistics {
        project,
        instance: instance(),
    };
    assert_eq!(asked(&statistics.request()), "/statistics");
}

#[test]
fn ids_stand_in_paths_and_queries_as_they_are() {
    let registry = ShowTargetRegistry {
        project: project(),
        instance: read(INSTANCE),
        registry: read(BEYOND),
    };
    assert_eq!(asked(&registry.request()), format!("/registries/{BEYOND}"));
    let policy = ShowPolicy {
        project: project(),
        instance: read(INSTANCE),
        policy: read(BEYOND),
    };
    let path = format!("/replication/policies/{BEYOND}");
    assert_eq!(asked(&policy.request()), path);
    let executions = |policy| ListExecutions {
        project: project(),
        instance: read(INSTANCE),
        policy,
        paging: first(),
    };
    let path = "/replication/executions?limit=100&offset=0";
    assert_eq!(asked(&executions(None).request()), path);
    let of_one = format!("{path}&policy_id={BEYOND}");
    assert_eq!(asked(&executions(Some(read(BEYOND))).request()), of_one);
}

#[test]
fn policies_are_never_narrowed_to_a_registry() {
    let policies = ListPolicies {
        project: project(),
        instance: read(INSTANCE),
        paging: first(),
    };
    let path = "/replication/policies?limit=100&offset=0";
    assert_eq!(asked(&policies.request()), path);
}

#[test]
fn tasks_and_subtasks_are_asked_for_below_their_execution() {
    let tasks = ListTasks {
        project: project(),
        instance: read(INSTANCE),
        execution: read("301"),
        paging: first(),
    };
    let path = "/replication/executions/301/tasks";
    assert_eq!(
        asked(&tasks.request()),
        format!("{path}?limit=100&offset=0")
    );
    let sub_tasks = ListSubTasks {
        project: project(),
        instance: read(INSTANCE),
        execution: read("301"),
        task: read("901"),
        paging: first(),
    };
    let path = format!("{path}/901/subtasks?limit=100&offset=0");
    assert_eq!(asked(&sub_tasks.request()), path);
}

#[test]
fn the_repositories_of_all_instances_are_asked_for_by_what_the_page_before_named() {
    let page = |marker: Option<&str>| ListAllRepositories {
        project: project(),
        marker: marker.map(str::to_owned),
    };
    let path = format!("/v2/{PROJECT}/repositories?limit=100");
    assert_eq!(asked(&page(None).request()), path);
    let next = asked(&page(Some("a&limit=1 #")).request());
    assert_eq!(next, format!("{path}&marker=a%26limit%3D1%20%23"));
}

#[test]
fn all_artifacts_are_asked_for_by_the_number_that_the_page_before_named() {
    let page = |marker| ListAllArtifacts {
        project: project(),
        instance: read(INSTANCE),
        marker,
    };
    let asked = [None, Some(101)].map(|marker| asked(&page(marker).request()));
    assert_eq!(
        asked,
        ["/artifacts?limit=100", "/artifacts?limit=100&marker=101"]
    );
}

#[test]
fn a_repository_is_escaped_twice() {
    for (name, sent) in [
        ("nginx", "nginx"),
        ("team/app", "team%252Fapp"),
        ("a/b/c.d_e", "a%252Fb%252Fc.d_e"),
        // Once escaped already, it is another name.
        ("a%2Fb", "a%25252Fb"),
        ("a ü", "a%2520%25C3%25BC"),
    ] {
        let repository = RepositoryName::listed(name);
        let operation = ListArtifacts {
            project: project(),
            instance: read(INSTANCE),
            namespace: read("library"),
            repository: repository.unwrap_or_else(|| panic!("{name}")),
            paging: first(),
        };
        let path = format!("/namespaces/library/repositories/{sent}/artifacts?limit=100&offset=0");
        assert_eq!(asked(&operation.request()), path);
    }
}

#[test]
fn an_audit_log_is_always_of_one_operation() {
    let log = |operation| ListAuditLogs {
        project: project(),
        instance: read(INSTANCE),
        operation,
        paging: Paging::holding(100),
    };
    let asked = AuditOperation::ALL.map(|operation| asked(&log(operation).request()));
    let expected = ["pull", "delete", "create"]
        .map(|word| format!("/audit-logs?limit=100&offset=100&operation={word}"));
    assert_eq!(asked, expected);
}
