//! Organizations, repositories, access.

use cloud_api::swr::{
    AccessLevel, AccessPlace, ChangeAccess, Grant, GrantAccess, ListOrganizations,
    ListRepositories, ListRepositoriesByMarker, PageSize, RemoveAccess, RepositoryOrder,
    ShowAccess, ShowOrganization, ShowRepository, SortDirection, Visibility,
};
use cloud_api::{Mutation, Operation, Response};

use super::support::*;
use crate::support::*;

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
        service: cloud_api::Service::Swr,
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
        repository: read("ns1/app/r1"),
    };
    check("show_repository", &[operation.request()]);
}

#[test]
fn showing_access_is_sent_like_the_sdk() {
    let operation = ShowAccess {
        place: AccessPlace::Repository(read("ns1/app/r1")),
    };
    check("show_repo_access", &[operation.request()]);
}

#[test]
fn granting_is_sent_like_the_sdk() {
    let mutation = Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Repository(read("ns1/app/r1")),
        grants: grants(AccessLevel::Read),
    });
    check("create_repo_auth", &[sent(&mutation)]);
}

#[test]
fn changing_a_level_is_sent_like_the_sdk() {
    let mutation = Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Repository(read("ns1/app/r1")),
        grants: grants(AccessLevel::Manage),
    });
    check("update_repo_auth", &[sent(&mutation)]);
}

#[test]
fn cancelling_is_sent_like_the_sdk() {
    let mutation = Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("ns1/app/r1")),
        users: vec![read("dc41bf054962447e8e0a4c712ebd1916")],
    });
    check("delete_repo_auth", &[sent(&mutation)]);
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
        repository: read("ns1/no-such-repo-zz"),
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
