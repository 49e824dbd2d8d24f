//! The target registries of an instance, who uses each, and what is not known of that.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise::shown_at;

const ONE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1";
const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries";
const POLICIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies";
const SECOND_POLICIES: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies?limit=100&offset=100";
const EXECUTIONS: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions";

const INSTANCE: &str = r#"{"id":"i-1","name":"acme-ee","status":"Running"}"#;
const NO_POLICIES: &str = r#"{"total":0,"policies":[]}"#;
const NO_EXECUTIONS: &str = r#"{"total":0,"executions":[]}"#;

fn registries(rows: &[&str]) -> String {
    let total = rows.len();
    format!(r#"{{"total":{total},"registries":[{}]}}"#, rows.join(","))
}

/// The tab at an address behind that of the instance.
async fn shown(
    behind: &str,
    registries: &str,
    policies: (u16, &str),
    executions: (u16, &str),
) -> (Cloud, Screen) {
    let answers = [
        (REGISTRIES, 200, registries),
        (POLICIES, policies.0, policies.1),
        (EXECUTIONS, executions.0, executions.1),
        (ONE, 200, INSTANCE),
    ];
    shown_at(&format!("enterprise/i-1/registries{behind}"), &answers).await
}

#[wasm_bindgen_test]
async fn a_registry_is_in_use_by_either_side_of_a_policy_also_of_a_disabled_one() {
    let rows = registries(&[
        r#"{"id":9007199254740993,"name":"large","type":"swr-pro","status":"healthy"}"#,
        r#"{"id":9007199254740992,"name":"beside","type":"huawei-SWR","status":"unhealthy"}"#,
    ]);
    let policies = r#"{"total":3,"policies":[
        {"id":1,"name":"there","enabled":true,"src_registry":{"id":0},"dest_registry":{"id":9007199254740993}},
        {"id":2,"name":"<b>back</b>","enabled":false,"src_registry":{"id":9007199254740993},"dest_registry":{"id":0}},
        {"id":3,"name":"nowhere","enabled":true}]}"#;
    let executions = r#"{"total":3,"executions":[
        {"id":5,"policy_id":1,"status":"Success","created_at":"2026-11-01T10:00:00Z"},
        {"id":6,"policy_id":2,"status":"failed","created_at":"2026-11-02T10:00:00Z"},
        {"id":7,"policy_id":3,"status":"Stopped","created_at":"2026-11-03T10:00:00Z"}]}"#;
    let (_, screen) = shown("", &rows, (200, policies), (200, executions)).await;
    screen.shows("Target registries (2)").await;
    screen.shows("acme-ee").await;
    screen.shows("2 policies there, <b>back</b>").await;
    screen.shows("0 policies").await;
    screen.shows("Failed").await;
    assert_eq!(screen.count(".table-cell a[href$='/policies/2']"), 1);
    let text = screen.text();
    for word in ["Harbor", "SWR shared", "Healthy", "Unhealthy"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    assert!(!text.contains("Stopped"), "{text}");
    assert!(!text.contains("Copied"), "the newer of both: {text}");
}

#[wasm_bindgen_test]
async fn a_policy_that_never_ran_says_so_of_its_registry() {
    let rows = registries(&[r#"{"id":11,"name":"one","type":"odd <i>type</i>"}"#]);
    let policies = r#"{"total":1,"policies":[{"id":1,"name":"p","dest_registry":{"id":11}}]}"#;
    let (_, screen) = shown("", &rows, (200, policies), (200, NO_EXECUTIONS)).await;
    screen.shows("1 policy").await;
    screen.shows("Never ran").await;
    screen.shows("odd <i>type</i>").await;
}

#[wasm_bindgen_test]
async fn policies_that_may_not_be_seen_leave_the_use_unknown_and_say_so() {
    let rows = registries(&[r#"{"id":11,"name":"one"}"#]);
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let (_, screen) = shown("", &rows, (403, denied), (200, NO_EXECUTIONS)).await;
    screen
        .shows("it is not known which target registries are in use")
        .await;
    screen.shows("one").await;
    let text = screen.text();
    assert!(!text.contains("0 policies"), "{text}");
    assert!(text.contains("Not reported"), "{text}");
}

#[wasm_bindgen_test]
async fn a_policy_with_an_odd_side_may_use_every_registry() {
    let rows = registries(&[r#"{"id":11,"name":"one"}"#, r#"{"id":12,"name":"other"}"#]);
    let policies = r#"{"total":2,"policies":[{"id":1,"name":"p","dest_registry":{"id":11}},
        {"id":2,"name":"odd","dest_registry":"eleven"}]}"#;
    let (_, screen) = shown("", &rows, (200, policies), (200, NO_EXECUTIONS)).await;
    screen.shows("at least 1 policy").await;
    screen.shows("more of them may use a target registry").await;
    let text = screen.text();
    assert!(!text.contains("0 policies"), "{text}");
    assert!(!text.contains("Never ran"), "{text}");
}

#[wasm_bindgen_test]
async fn policies_are_read_to_the_last_page_of_a_hundred() {
    let rows = registries(&[r#"{"id":11,"name":"one"}"#]);
    let policy =
        |id: u64, to: u64| format!(r#"{{"id":{id},"name":"p{id}","dest_registry":{{"id":{to}}}}}"#);
    let page = |ids: std::ops::RangeInclusive<u64>, to: u64| {
        let rows: Vec<String> = ids.map(|id| policy(id, to)).collect();
        format!(r#"{{"total":101,"policies":[{}]}}"#, rows.join(","))
    };
    let (first, second) = (page(1..=100, 12), page(101..=101, 11));
    let answers = [
        (REGISTRIES, 200, &*rows),
        (SECOND_POLICIES, 200, &*second),
        (POLICIES, 200, &*first),
        (EXECUTIONS, 200, NO_EXECUTIONS),
        (ONE, 200, INSTANCE),
    ];
    let (cloud, screen) = shown_at("enterprise/i-1/registries", &answers).await;
    screen.shows("1 policy p101").await;
    let asked = cloud.asked();
    let pages = asked.iter().filter(|line| line.contains("/policies?"));
    assert_eq!(pages.count(), 2, "{asked:?}");
    assert!(
        !asked.iter().any(|line| line.contains("registry_id")),
        "{asked:?}"
    );
}

#[wasm_bindgen_test]
async fn the_url_of_a_registry_is_text_in_the_table_and_in_its_details() {
    let rows = registries(&[
        r#"{"id":11,"name":"evil","url":"javascript:alert(1)","description":"to be gone","insecure":true,
        "credential":{"access_key":"robot$sync","access_secret":""}}"#,
    ]);
    let behind = "?details=target-registries-title/11";
    let (_, screen) = shown(behind, &rows, (200, NO_POLICIES), (200, NO_EXECUTIONS)).await;
    screen.shows("Off: any certificate is accepted").await;
    screen.shows("robot$sync").await;
    screen.shows("to be gone").await;
    assert_eq!(screen.count("a[href^='javascript']"), 0);
    let panel = screen.get(".side-panel").text_content().unwrap_or_default();
    assert!(panel.contains("javascript:alert(1)"), "{panel}");
    assert!(!panel.contains("Region"), "what is not told: {panel}");
}

#[wasm_bindgen_test]
async fn registries_are_narrowed_by_their_use() {
    let rows = registries(&[
        r#"{"id":11,"name":"in-the-way"}"#,
        r#"{"id":12,"name":"free-to-go"}"#,
    ]);
    let policies = r#"{"total":1,"policies":[{"id":1,"name":"p","src_registry":{"id":11}}]}"#;
    let (_, screen) = shown("?use=unused", &rows, (200, policies), (200, NO_EXECUTIONS)).await;
    screen.shows("Target registries (1/2)").await;
    screen.shows("free-to-go").await;
    screen.shows("Use (1)").await;
}

#[wasm_bindgen_test]
async fn a_refusal_in_the_combined_form_is_told_with_its_message_to_copy() {
    let denied = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"Insufficient permissions",
        "encoded_authorization_message":"Q2lBZ2V5"}],"error_code":"SVCSTG.SWR.4030170",
        "error_msg":"Insufficient permissions","details":[],"encoded_authorization_message":"Q2lBZ2V5"}"#;
    let answers = [(REGISTRIES, 403, denied), (ONE, 200, INSTANCE)];
    let (_, screen) = shown_at("enterprise/i-1/registries", &answers).await;
    screen
        .shows("You may not see the target registries of this instance.")
        .await;
    screen.shows("SVCSTG.SWR.4030170").await;
    screen.button("Copy encoded message");
    let failures = screen.count(".failure");
    assert_eq!(failures, 1, "the registries say it all");
}

#[wasm_bindgen_test]
async fn an_instance_without_registries_says_what_they_are_for() {
    let none = registries(&[]);
    let (_, screen) = shown("", &none, (200, NO_POLICIES), (200, NO_EXECUTIONS)).await;
    screen.shows("No target registries yet.").await;
}
