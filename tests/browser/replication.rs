//! Replication policies of an instance, and one of them, as they come.

use image_console::pages::enterprise::Route;
use image_console::route::{PageRoute as _, segments};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise::shown_at;

pub const ONE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1";
pub const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries";
pub const POLICIES: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies";
pub const POLICY: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies/21";
pub const EXECUTIONS: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions";

pub const TWO_REGISTRIES: &str =
    r#"{"total":2,"registries":[{"id":11,"name":"old-harbor"},{"id":12,"name":"<b>ee</b>"}]}"#;

pub const TO_NL: &str = r#"{"id":21,"name":"to-nl","src_registry":{"id":0},"dest_registry":{"id":12},
    "dest_namespace":"library","repo_scope_mode":"regular","override":true,"enabled":true,
    "filters":[{"type":"name","value":"{library,shop}/**"},{"type":"tag","value":"v*"}],
    "trigger":{"type":"scheduled","trigger_settings":{"cron":"0 0 2 * * ?"}}}"#;

async fn listed(policies: &str, executions: &str) -> (Cloud, Screen) {
    let answers = [
        (EXECUTIONS, 200, executions),
        (POLICIES, 200, policies),
        (REGISTRIES, 200, TWO_REGISTRIES),
        (ONE, 200, r#"{"id":"i-1","name":"acme"}"#),
    ];
    shown_at("enterprise/i-1/policies", &answers).await
}

const NONE: &str = r#"{"total":0,"executions":[]}"#;

#[wasm_bindgen_test]
async fn a_policy_tells_from_where_to_where_what_when_and_how_it_ended_last() {
    let policies = format!(r#"{{"total":1,"policies":[{TO_NL}]}}"#);
    let executions = r#"{"total":2,"executions":[
        {"id":300,"policy_id":21,"status":"Success","total":1,"succeed":1,"created_at":"2026-11-01T00:00:00Z"},
        {"id":301,"policy_id":21,"status":"Failed","total":1,"failed":1,"created_at":"2026-11-02T00:00:00Z"}]}"#;
    let (_, screen) = listed(&policies, executions).await;
    screen.shows("to-nl").await;
    screen.shows("This instance").await;
    screen.shows("<b>ee</b>").await;
    screen.shows("Name {library,shop}/**").await;
    screen.shows("Tag v*").await;
    screen.shows("Scheduled, 0 0 2 * * ?").await;
    screen.shows("Failed").await;
    let run = screen.get("a[href='enterprise/i-1/policies/21/301']");
    assert_eq!(run.inner_text().trim(), "Failed");
}

#[wasm_bindgen_test]
async fn what_never_ran_says_so_and_what_may_have_run_before_the_list_does_not() {
    let policies = format!(r#"{{"total":1,"policies":[{TO_NL}]}}"#);
    let (_, screen) = listed(&policies, NONE).await;
    screen.shows("Never ran").await;
    drop(screen);
    let part = r#"{"total":101,"executions":[{"id":1,"policy_id":7,"status":"Succeed"}]}"#;
    let (_, screen) = listed(&policies, part).await;
    screen.shows("Before the last 100 executions").await;
}

#[wasm_bindgen_test]
async fn odd_policies_spoil_their_own_cells_only() {
    let policies = r#"{"total":2,"policies":[
        {"id":"x","name":"<b>odd</b>","src_registry":{"id":"?"},"dest_registry":{"id":99},"filters":7,
         "trigger":{"type":"moonlight"},"enabled":"perhaps"},
        {"id":22,"name":"plain","src_registry":{"id":11},"filters":[{"type":"label","value":"a"},{"type":"tag","value":"b","decoration":"excludes"}],
         "trigger":{"type":"manual"},"enabled":false}]}"#;
    let (_, screen) = listed(policies, NONE).await;
    screen.shows("<b>odd</b>").await;
    screen.shows("Not readable").await;
    screen.shows("Registry 99").await;
    screen.shows("moonlight").await;
    screen.shows("Not a valid name or ID").await;
    screen.shows("old-harbor").await;
    screen.shows("label: a").await;
    screen.shows("Not Tag b").await;
    screen.shows("Disabled").await;
}

#[wasm_bindgen_test]
async fn policies_are_narrowed_by_how_they_ran_last() {
    let policies = format!(
        r#"{{"total":2,"policies":[{TO_NL},{{"id":22,"name":"other","trigger":{{"type":"manual"}},"enabled":true}}]}}"#
    );
    let executions = r#"{"total":1,"executions":[{"id":301,"policy_id":21,"status":"failed","created_at":"2026-11-02T00:00:00Z"}]}"#;
    let (_, screen) = listed(&policies, executions).await;
    screen.shows("to-nl").await;
    screen.go("enterprise/i-1/policies?result=Failed");
    screen.shows("1 shown").await;
    screen.go("enterprise/i-1/policies?result=never");
    screen.shows("other").await;
    screen.shows("1 shown").await;
}

#[wasm_bindgen_test]
async fn without_the_right_to_see_policies_it_says_whom_to_ask() {
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let answers = [
        (EXECUTIONS, 403, denied),
        (POLICIES, 403, denied),
        (REGISTRIES, 200, TWO_REGISTRIES),
        (ONE, 200, r#"{"id":"i-1","name":"acme"}"#),
    ];
    let (_, screen) = shown_at("enterprise/i-1/policies", &answers).await;
    screen
        .shows("You may not see the replication policies of this instance.")
        .await;
}

async fn one(policy: (u16, &str), executions: &str) -> (Cloud, Screen) {
    let answers = [
        (EXECUTIONS, 200, executions),
        (POLICY, policy.0, policy.1),
        (REGISTRIES, 200, TWO_REGISTRIES),
    ];
    shown_at("enterprise/i-1/policies/21", &answers).await
}

#[wasm_bindgen_test]
async fn the_page_of_a_policy_tells_its_settings_and_its_executions() {
    let executions = r#"{"total":3,"executions":[
        {"id":301,"policy_id":21,"status":"Succeed","total":0,"succeed":0,"trigger":"manual","created_at":"2026-11-02T00:00:00Z"},
        {"id":302,"policy_id":21,"status":"Failed","total":4,"succeed":1,"failed":3,"status_text":"<i>denied</i>","created_at":"0001-01-01T00:00:00Z"},
        {"id":303,"policy_id":21,"status":"Melting","total":2,"succeed":9,"failed":1}]}"#;
    let (cloud, screen) = one((200, TO_NL), executions).await;
    screen.shows("to-nl").await;
    screen.shows("Next run").await;
    screen.shows("Overwrite tags of the same name").await;
    screen.shows("Executions (3)").await;
    screen.shows("Nothing to copy").await;
    screen.shows("1 of 4 copied, 3 failed").await;
    screen.shows("<i>denied</i>").await;
    screen.shows("Never").await;
    screen.shows("9 of 10 copied, 1 failed").await;
    screen.shows("Melting").await;
    let asked = cloud.asked();
    let of_policy = |line: &&String| line.contains("executions?limit=100&offset=0&policy_id=21");
    assert!(asked.iter().any(|line| of_policy(&line)), "{asked:?}");
}

#[wasm_bindgen_test]
async fn older_executions_are_read_a_hundred_at_a_time() {
    let row = r#"{"id":301,"policy_id":21,"status":"Succeed"}"#;
    let rows = vec![row; 100].join(",");
    let executions = format!(r#"{{"total":250,"executions":[{rows}]}}"#);
    let (cloud, screen) = one((200, TO_NL), &executions).await;
    screen.shows("Executions 1–100 of 250").await;
    screen.button("Older").click();
    screen
        .asks(
            &cloud,
            &format!("GET {EXECUTIONS}?limit=100&offset=100&policy_id=21"),
        )
        .await;
    screen.shows("Executions 101–200 of 250").await;
    screen.button("Newer").click();
    screen.shows("Executions 1–100 of 250").await;
}

#[wasm_bindgen_test]
async fn a_policy_that_is_gone_is_told_once_and_in_place_of_its_executions() {
    let gone = r#"{"error_code":"SWR.404002","error_msg":"The policy does not exist"}"#;
    let (_, screen) = one((404, gone), NONE).await;
    screen
        .shows("There is no replication policy with this ID in this instance.")
        .await;
    screen.loses("#filter").await;
}

#[wasm_bindgen_test]
fn policies_and_executions_have_addresses_of_their_own_with_exact_ids() {
    let printed = |address: &str| {
        let segments = segments(address)?;
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        Route::parse(&segments).map(|route| route.to_string())
    };
    for address in [
        "enterprise/i-1/policies",
        "enterprise/i-1/policies/9007199254740993",
        "enterprise/i-1/policies/21/9007199254740993",
    ] {
        assert_eq!(printed(address).as_deref(), Some(address));
    }
    for address in [
        "enterprise/i-1/policies/0",
        "enterprise/i-1/policies/21/x",
        "enterprise/%3Cb%3E/policies/21",
        "enterprise/i-1/registries/21",
    ] {
        assert_eq!(printed(address), None, "{address}");
    }
}

#[wasm_bindgen_test]
async fn what_is_read_again_of_a_policy_does_not_read_its_executions_again() {
    let (cloud, screen) = one((200, TO_NL), NONE).await;
    screen.shows("No executions yet.").await;
    let reads = |path: &str| {
        let asked = cloud.asked();
        asked.iter().filter(|line| line.contains(path)).count()
    };
    assert_eq!(reads("/replication/executions?"), 1);
}
