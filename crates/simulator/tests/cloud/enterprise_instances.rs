//! Instances of SWR Enterprise and what they hold.

use serde_json::{Value, json};
use simulator::identities::{PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TOKEN};

use super::enterprise_support::*;
use super::support::*;

#[test]
fn the_project_has_two_instances_and_the_sub_project_none() {
    let mut cloud = small_cloud();
    let list = read(&get(
        &mut cloud,
        &format!("/v2/{PROJECT_ID}/instances"),
        ANNA,
    ));
    assert_eq!(
        texts(list["instances"].as_array().unwrap(), "name"),
        ["acme-ee", "acme-spare"]
    );
    let address = format!("/v2/{SUB_PROJECT_ID}/instances");
    let none = read(&ask_with(&mut cloud, "GET", &address, SUB_PROJECT_TOKEN));
    assert_eq!(none, json!({ "instances": [], "total": 0 }));
    assert_eq!(get(&mut cloud, &address, ANNA).status, 403);
    let shown = read(&get(&mut cloud, EE, ANNA));
    assert_eq!(
        (&shown["name"], &shown["status"]),
        (&json!("acme-ee"), &json!("Running"))
    );
}

#[test]
fn statistics_count_what_the_lists_hold() {
    let mut cloud = small_cloud();
    let told = read(&get(&mut cloud, &at("statistics"), ANNA));
    for (part, count) in [
        ("registries", "replica_registry_count"),
        ("replication/policies", "replica_policy_count"),
    ] {
        assert_eq!(
            told[count],
            read(&get(&mut cloud, &at(part), ANNA))["total"]
        );
    }
}

#[test]
fn the_slash_of_a_repository_is_escaped_twice() {
    let mut cloud = small_cloud();
    let part = |name: &str| format!("namespaces/library/repositories/{name}/artifacts");
    assert_eq!(
        rows(&mut cloud, &part("base%252Fdebian"), "artifacts").len(),
        3
    );
    for name in ["base%2Fdebian", "base/debian", "base$debian"] {
        assert_eq!(
            get(&mut cloud, &at(&part(name)), ANNA).status,
            404,
            "{name}"
        );
    }
}

#[test]
fn the_repositories_of_the_project_are_read_by_marker() {
    let mut cloud = small_cloud();
    let address = format!("/v2/{PROJECT_ID}/repositories");
    let first = read(&get(&mut cloud, &address, ANNA));
    let marker = first["page_info"]["next_marker"].as_str().unwrap();
    let second = read(&get(
        &mut cloud,
        &format!("{address}?marker={marker}"),
        ANNA,
    ));
    let count = |page: &Value| page["repositories"].as_array().unwrap().len();
    assert_eq!((count(&first), count(&second)), (100, 35));
    assert!(second["page_info"].get("next_marker").is_none());
}

#[test]
fn all_artifacts_are_read_by_a_number_as_marker() {
    let mut cloud = small_cloud();
    let (mut marker, mut count) = (json!(1), 0);
    while !marker.is_null() {
        let page = read(&get(
            &mut cloud,
            &at(&format!("artifacts?limit=100&marker={marker}")),
            ANNA,
        ));
        count += page["artifacts"].as_array().unwrap().len();
        marker = page["next_marker"].clone();
    }
    assert_eq!(count, 145);
}

#[test]
fn the_audit_log_needs_its_operation_and_filters_by_nothing_else() {
    let mut cloud = small_cloud();
    for query in ["", "?operation=push", "?operation=pull&limit=100&offset=50"] {
        assert_eq!(
            get(&mut cloud, &at(&format!("audit-logs{query}")), ANNA).status,
            400,
            "{query}"
        );
    }
    let all = rows(
        &mut cloud,
        "audit-logs?operation=delete&limit=100",
        "audit_logs",
    );
    let same = rows(
        &mut cloud,
        "audit-logs?operation=delete&limit=100&username=nobody",
        "audit_logs",
    );
    assert_eq!((all.len(), &all), (33, &same));
}

#[test]
fn namespaces_tell_their_flags_as_texts() {
    let mut cloud = small_cloud();
    let namespace = read(&get(&mut cloud, &at("namespaces/library"), ANNA));
    assert_eq!(namespace["metadata"]["public"], "true");
    assert_eq!(rows(&mut cloud, "namespaces", "namespaces").len(), 4);
    assert_eq!(
        rows(&mut cloud, "namespaces/shop/repositories", "repositories").len(),
        2
    );
    assert_eq!(
        get(&mut cloud, &at("namespaces/none/repositories"), ANNA).status,
        404
    );
}

#[test]
fn the_requests_of_the_official_sdk_are_accepted() {
    let mut cloud = small_cloud();
    cloud.add_instance("i1", now());
    let body = json!({
        "name": "conf-2befd9f5", "description": "conformance", "type": "huawei-SWR",
        "region_id": "cn-north-4", "url": "https://swr.cn-north-4.myhuaweicloud.com",
        "credential": { "type": "basic", "access_key": "ak", "access_secret": "sk" }, "insecure": false,
    });
    let changed = with(body.clone(), "insecure", json!(true));
    for (method, rest, body, status) in [
        ("GET", "?limit=10&offset=0", Value::Null, 200),
        ("GET", "", Value::Null, 200),
        ("GET", "/i1", Value::Null, 200),
        ("GET", "/i1/registries?limit=10&offset=0", Value::Null, 200),
        ("POST", "/i1/registries", body, 201),
        ("GET", "/i1/registries/1", Value::Null, 200),
        ("GET", "/i1/registries?name=conf-2befd9f5", Value::Null, 200),
        ("DELETE", "/i1/registries/1001", Value::Null, 204),
        ("PUT", "/i1/registries/1", changed, 200),
        ("DELETE", "/i1/registries/1", Value::Null, 204),
        (
            "GET",
            "/i1/replication/policies?limit=10&offset=0",
            Value::Null,
            200,
        ),
        ("GET", "/i1/registries/987654321", Value::Null, 404),
        (
            "GET",
            "/4f51953a-b299-4713-b659-08d49ae0b7fe",
            Value::Null,
            404,
        ),
    ] {
        let address = format!("/v2/{PROJECT_ID}/instances{rest}");
        let response = ask(&mut cloud, method, &address, ANNA, body);
        assert_eq!(response.status, status, "{method} {rest}");
    }
}

#[test]
fn an_ordered_fault_is_answered_in_the_words_of_the_service() {
    let mut cloud = small_cloud();
    for status in [403, 404, 500] {
        let order = json!([{ "method": "GET", "path_contains": "/registries", "fate": "status", "status": status }]);
        ask(&mut cloud, "POST", "/_simulator/fault", 0, order);
        let refused = get(&mut cloud, &at("registries"), ANNA);
        assert_eq!(refused.status, status);
        assert!(
            read(&refused)["error_code"]
                .as_str()
                .unwrap()
                .contains("SWR.")
        );
    }
}

#[test]
fn the_gateway_knows_no_path_where_the_region_does_not_offer_it() {
    let mut cloud = small_cloud();
    let address = format!("/api/enterprise{EE}");
    assert_eq!(get(&mut cloud, &address, ANNA).status, 200);
    let order = json!({ "without": ["enterprise"] });
    ask(&mut cloud, "POST", "/_simulator/services", 0, order);
    let refused = get(&mut cloud, &address, ANNA);
    assert_eq!(refusal(&refused), expected(404, "APIGW.0101"));
}
