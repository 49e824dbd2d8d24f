//! An instance at a look: its quotas, and where its images go.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise::shown_at;

const ONE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1";
const STATISTICS: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/statistics";
const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries";
const POLICIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies";
const EXECUTIONS: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions";

const INSTANCE: &str = r#"{"id":"i-1","name":"acme-ee","status":"Running","vpc_name":"vpc-a","vpc_cidr":"10.0.0.0/16","version":"26.3.0"}"#;
const COUNTS: &str = r#"{"total_namespace_count":7,"namespace_quota":100,"replica_registry_count":3,
    "replica_registry_quota":-1,"total_image_count":"many"}"#;
const NO_EXECUTIONS: &str = r#"{"total":0,"executions":[]}"#;

async fn shown(registries: &str, policies: &str, statistics: (u16, &str)) -> (Cloud, Screen) {
    let answers = [
        (STATISTICS, statistics.0, statistics.1),
        (REGISTRIES, 200, registries),
        (POLICIES, 200, policies),
        (EXECUTIONS, 200, NO_EXECUTIONS),
        (ONE, 200, INSTANCE),
    ];
    shown_at("enterprise/i-1/overview", &answers).await
}

/// What each link of the picture says to whoever hears it, and where it leads.
fn links(screen: &Screen) -> Vec<(String, String)> {
    let all = 0..screen.count(".replication-map a");
    all.map(|place| {
        let link = screen.nth(".replication-map a", place);
        let text = link.text_content().unwrap_or_default();
        (text, link.get_attribute("href").unwrap_or_default())
    })
    .collect()
}

#[wasm_bindgen_test]
async fn every_policy_is_a_link_that_tells_from_where_to_where_and_how_it_went() {
    let registries = r#"{"total":2,"registries":[{"id":12,"name":"nl","status":"healthy","type":"swr-pro"},
        {"id":13,"name":"<i>lab</i>","status":"unhealthy"}]}"#;
    let policies = r#"{"total":3,"policies":[
        {"id":1,"name":"there","enabled":true,"dest_registry":{"id":12}},
        {"id":2,"name":"back","enabled":false,"src_registry":{"id":13}},
        {"id":3,"name":"lost","enabled":true,"dest_registry":{"id":7}}]}"#;
    let (_, screen) = shown(registries, policies, (200, COUNTS)).await;
    screen.shows("Never ran").await;
    let links = links(&screen);
    let link = |text: &str, address: &str| {
        let of = links.iter().find(|(_, to)| to.ends_with(address));
        let told = of.map(|(told, _)| told.contains(text));
        assert_eq!(told, Some(true), "{text} at {address}: {links:?}");
    };
    link("there to nl", "enterprise/i-1/policies/1");
    link("back from <i>lab</i>", "enterprise/i-1/policies/2");
    link(
        "lost to Registry 7, not in the list",
        "enterprise/i-1/policies/3",
    );
    link("nl", "registries?details=target-registries-title/12");
    assert_eq!(screen.count(".replication-map .here.off"), 1);
    assert_eq!(screen.count(".replication-map .there.untried"), 2);
    screen.shows("Unhealthy").await;
    screen.shows("Disabled").await;
}

#[wasm_bindgen_test]
async fn quotas_tell_what_is_told_and_nothing_else() {
    let none = r#"{"total":0,"registries":[]}"#;
    let no_policies = r#"{"total":0,"policies":[]}"#;
    let (_, screen) = shown(none, no_policies, (200, COUNTS)).await;
    screen.shows("7 of 100").await;
    screen.shows("10.0.0.0/16").await;
    screen.shows("26.3.0").await;
    screen.shows("No target registries yet.").await;
    assert_eq!(screen.count("meter"), 1, "a bar needs both numbers");
}

#[wasm_bindgen_test]
async fn refused_quotas_leave_the_picture_as_it_is() {
    let registries = r#"{"total":1,"registries":[{"id":12,"name":"nl","status":"healthy"}]}"#;
    let no_policies = r#"{"total":0,"policies":[]}"#;
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let (_, screen) = shown(registries, no_policies, (403, denied)).await;
    screen.shows("The quotas could not be loaded.").await;
    screen.shows("nl").await;
    assert_eq!(screen.count(".map-arrow"), 0);
}
