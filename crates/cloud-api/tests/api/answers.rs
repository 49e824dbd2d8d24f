//! Whatever arrives, decoding ends in a value or an error.

use cloud_api::hss::{ListRegistries, ListSyncTasks, ListTaskRegistries, ShowRegistryStatistics};
use cloud_api::iam::{CreateToken, ListProjects, ListUsers, ProjectKind, ValidateToken};
use cloud_api::swr::{
    self, ListOrganizations, ListQuotas, ListRepositories, ListRepositoriesByMarker, ListSyncJobs,
    ListSyncRegions, ListTags, ListTagsAfter, ShowAccess, ShowFeatureGates, ShowOrganization,
    ShowOverview, ShowRepository,
};
use cloud_api::{ApiError, ContentRange, Operation, Response, Service};
use proptest::prelude::*;

use crate::support::answer_with;

/// How many operations there are.
const OPERATIONS: usize = 22;

/// Which of all operations took the answer.
fn decoded_by(response: &Response) -> Vec<bool> {
    vec![
        CreateToken::decode(response).is_ok(),
        ValidateToken::decode(response).is_ok(),
        ListProjects::decode(response).is_ok(),
        ListUsers::decode(response).is_ok(),
        ListOrganizations::decode(response).is_ok(),
        ShowOrganization::decode(response).is_ok(),
        ListRepositories::decode(response).is_ok(),
        ShowRepository::decode(response).is_ok(),
        ShowAccess::decode(response).is_ok(),
        ListRepositoriesByMarker::decode(response).is_ok(),
        ListQuotas::decode(response).is_ok(),
        ShowOverview::decode(response).is_ok(),
        ShowFeatureGates::decode(response).is_ok(),
        swr::ListSyncTasks::decode(response).is_ok(),
        ListSyncJobs::decode(response).is_ok(),
        ListSyncRegions::decode(response).is_ok(),
        ListTags::decode(response).is_ok(),
        ListTagsAfter::decode(response).is_ok(),
        ListTaskRegistries::decode(response).is_ok(),
        ListSyncTasks::decode(response).is_ok(),
        ListRegistries::decode(response).is_ok(),
        ShowRegistryStatistics::decode(response).is_ok(),
    ]
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let names = prop::sample::select(vec![
        "token",
        "user",
        "project",
        "domain",
        "id",
        "name",
        "auth",
        "projects",
        "users",
        "errors",
        "namespaces",
        "self_auth",
        "others_auths",
        "user_id",
        "is_public",
        "total_range",
        "size",
        "error",
        "error_code",
        "error_msg",
        "code",
        "message",
        "details",
        "request_id",
        "repos",
        "nextMarker",
        "quotas",
        "namspace_num",
        "enable_list_v3",
        "remoteRegionId",
        "syncAuto",
        "status",
        "regionID",
        "Tag",
        "tags",
        "has_more",
        "data_list",
        "total_num",
        "task_status",
        "begin_time",
        "sync_status",
        "success_num",
    ]);
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        ".{0,8}".prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((names.clone(), inner), 0..6).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

fn any_headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = prop_oneof![
        Just("X-Request-Id".to_owned()),
        Just("X-Subject-Token".to_owned()),
        Just("content-range".to_owned()),
        ".{0,12}",
    ];
    let values = prop_oneof![".{0,20}", "[0-9]{0,22}-[0-9]{0,22}/[0-9]{0,22}"];
    prop::collection::vec((names, values), 0..5)
}

fn any_service() -> impl Strategy<Value = Service> {
    prop::sample::select(Service::ALL.to_vec())
}

proptest! {
    #[test]
    fn no_bytes_status_or_header_make_decoding_panic(
        service in any_service(),
        status in any::<u16>(),
        headers in any_headers(),
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let response = Response { service, status, headers, body };
        prop_assert_eq!(decoded_by(&response).len(), OPERATIONS);
        let error = ApiError::from_response(&response);
        prop_assert!(matches!(error, ApiError::Refused(_)));
    }

    #[test]
    fn no_json_makes_decoding_panic(
        service in any_service(),
        status in prop_oneof![Just(200), any::<u16>()],
        headers in any_headers(),
        json in any_json(),
    ) {
        let response = Response { service, status, headers, body: json.to_string().into_bytes() };
        prop_assert_eq!(decoded_by(&response).len(), OPERATIONS);
        let error = ApiError::from_response(&response);
        prop_assert!(matches!(error, ApiError::Refused(_)));
    }

    #[test]
    fn no_status_outside_2xx_is_ever_taken_as_a_result(
        status in prop_oneof![0..200_u16, 300..=u16::MAX],
        json in any_json(),
    ) {
        let response = answer_with(status, &[], json.to_string().as_bytes());
        prop_assert_eq!(decoded_by(&response), vec![false; OPERATIONS]);
    }
}

#[test]
fn json_nested_too_deeply_is_unreadable_and_not_a_crash() {
    let body = "[".repeat(200_000);
    assert_eq!(
        decoded_by(&answer_with(200, &[], body.as_bytes())),
        vec![false; OPERATIONS]
    );
}

#[test]
fn an_answer_of_another_shape_names_place_and_request() {
    let response = answer_with(200, &[("X-Request-Id", "r-1")], br#"{"namespaces":7}"#);
    match ListOrganizations::decode(&response) {
        Err(ApiError::Unreadable(unreadable)) => {
            assert_eq!(unreadable.request_id.as_deref(), Some("r-1"));
            assert!(unreadable.at.contains("namespaces"), "{}", unreadable.at);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_array_is_never_taken_for_an_object() {
    let mut only_the_lists = vec![false; OPERATIONS];
    for list in [6, 13, 14, 15, 16] {
        only_the_lists[list] = true;
    }
    assert_eq!(decoded_by(&answer_with(200, &[], b" []")), only_the_lists);
}

#[test]
fn a_list_that_is_null_is_empty() {
    let organizations =
        ListOrganizations::decode(&answer_with(200, &[], br#"{"namespaces":null}"#));
    assert_eq!(organizations, Ok(Vec::new().into()));
}

#[test]
fn a_field_that_is_null_is_as_good_as_missing() {
    let body = br#"{"namespaces":[{"name":null,"auth":null,"repo_count":null}]}"#;
    let organizations = ListOrganizations::decode(&answer_with(200, &[], body));
    assert_eq!(organizations, Ok(vec![swr::Organization::default()].into()));
}

#[test]
fn a_field_of_another_kind_is_as_good_as_missing() {
    for row in [
        r#"{"name":7}"#,
        r#"{"auth":"seven"}"#,
        r#"{"repo_count":-1}"#,
        r#"{"repo_count":{}}"#,
    ] {
        let body = format!(r#"{{"namespaces":[{row}]}}"#);
        let organizations = ListOrganizations::decode(&answer_with(200, &[], body.as_bytes()));
        let expected = Ok(vec![swr::Organization::default()].into());
        assert_eq!(organizations, expected, "{row}");
    }
}

#[test]
fn an_access_list_that_is_null_has_no_grants() {
    let body = br#"{"id":1,"self_auth":null,"others_auths":null}"#;
    let list = ShowAccess::decode(&answer_with(200, &[], body));
    assert_eq!(list.map(|list| list.grants().len()), Ok(0));
}

#[test]
fn a_row_with_an_unknown_level_is_shown_without_a_level() {
    let body = br#"{"others_auths":[{"user_id":"x","user_name":"ben","auth":5}]}"#;
    let list = ShowAccess::decode(&answer_with(200, &[], body));
    assert_eq!(
        list.map(|list| (list.grants()[0].auth, list.grants()[0].level())),
        Ok((Some(5), None))
    );
}

#[test]
fn a_row_with_a_hostile_user_id_cannot_be_cancelled() {
    let body = br#"{"others_auths":[{"user_id":"../../x","user_name":"ben","auth":1}]}"#;
    let list = ShowAccess::decode(&answer_with(200, &[], body));
    assert_eq!(list.map(|list| list.grants()[0].user()), Ok(None));
}

#[test]
fn a_content_range_has_offset_count_and_total() {
    let range = answer_with(200, &[("Content-Range", " 200-100/ 4120 ")], b"").content_range();
    let expected = ContentRange {
        offset: 200,
        count: 100,
        total: 4_120,
    };
    assert_eq!(range, Some(expected));
}

#[test]
fn broken_content_ranges_are_none() {
    for text in [
        "",
        "/",
        "-/",
        "0-1",
        "0/1",
        "a-b/c",
        "0-1/*",
        "-1-0/0",
        "0-1/99999999999999999999",
    ] {
        assert_eq!(
            answer_with(200, &[("Content-Range", text)], b"").content_range(),
            None,
            "{text}"
        );
    }
}

#[test]
fn a_project_with_an_underscore_is_part_of_a_region() {
    let body = br#"{"projects":[{"id":"x","name":"eu-de_team_a","enabled":false}]}"#;
    let list = ListProjects::decode(&answer_with(200, &[], body));
    let expected = ProjectKind::Sub {
        main: "eu-de".to_owned(),
    };
    assert_eq!(list.map(|list| list.projects[0].kind()), Ok(expected));
}

#[test]
fn a_project_without_an_underscore_is_a_whole_region() {
    let list = ListProjects::decode(&answer_with(
        200,
        &[],
        br#"{"projects":[{"name":"eu-de"}]}"#,
    ));
    assert_eq!(
        list.map(|list| list.projects[0].kind()),
        Ok(ProjectKind::Main)
    );
}

#[test]
fn quotas_are_read_with_what_is_used() {
    let body = br#"{"quotas":[{"quota_key":"namespace","quota_limit":5,"unit":"","used":2},{"quota_key":"x"}]}"#;
    let quotas = ListQuotas::decode(&answer_with(200, &[], body)).unwrap_or_default();
    let told: Vec<_> = quotas
        .iter()
        .map(|quota| (quota.counts_organizations(), quota.quota_limit, quota.used))
        .collect();
    assert_eq!(told, [(true, Some(5), Some(2)), (false, None, None)]);
}

#[test]
fn an_overview_reads_the_misspelt_number_of_organizations() {
    let body = br#"{"namspace_num":3,"repo_num":18,"image_num":96,"store_space":99.21}"#;
    let overview = ShowOverview::decode(&answer_with(200, &[], body));
    let told = overview.map(|told| (told.namspace_num, told.repo_num, told.image_num));
    assert_eq!(told, Ok((Some(3), Some(18), Some(96))));
}

#[test]
fn a_feature_gate_that_is_not_mentioned_is_unknown() {
    let gates = ShowFeatureGates::decode(&answer_with(200, &[], br#"{"enable_image_sync":false}"#));
    let told = gates.map(|gates| (gates.enable_image_sync, gates.enable_list_v3));
    assert_eq!(told, Ok((Some(false), None)));
}
