//! Target registries of SWR Enterprise that need a hand, on the overview.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::overview::{read, told};

const INSTANCES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances";
const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries";
const BEHIND: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries?limit=100&offset=100";
const INSTANCE: &str = r#"{"total":1,"instances":[{"id":"i-1","name":"acme-ee"}]}"#;
const HEALTHY: &str = r#"{"id":1,"name":"one","status":"healthy"}"#;
const NOT_READ: &str = "The target registries of acme-ee could not be read";

async fn needs_attention(instances: &str, registries: &str) -> (Cloud, Screen) {
    read(&[
        told(REGISTRIES, 200, registries),
        told(INSTANCES, 200, instances),
    ])
    .await
}

#[wasm_bindgen_test]
async fn a_service_that_gives_the_same_registries_for_ever_is_soon_left() {
    let same = format!(r#"{{"registries":[{HEALTHY}]}}"#);
    let (cloud, screen) = needs_attention(INSTANCE, &same).await;
    screen.shows(NOT_READ).await;
    screen.shows("3 repositories read").await;
    let asked = cloud.asked();
    let pages = asked.iter().filter(|line| line.contains(REGISTRIES));
    assert!(pages.count() < 7, "{asked:?}");
}

#[wasm_bindgen_test]
async fn a_service_that_tells_no_total_is_read_to_its_empty_page() {
    let ill = HEALTHY.replace("healthy", "unhealthy");
    let first = format!(r#"{{"registries":[{HEALTHY},{}]}}"#, ill.replace("1", "2"));
    let (_, screen) = read(&[
        told(BEHIND, 200, r#"{"registries":[]}"#),
        told(REGISTRIES, 200, &first),
        told(INSTANCES, 200, INSTANCE),
    ])
    .await;
    screen
        .shows("1 target registry of acme-ee cannot be reached")
        .await;
}

#[wasm_bindgen_test]
async fn a_registry_that_could_not_be_read_is_not_taken_for_a_healthy_one() {
    let odd = format!(r#"{{"total":2,"registries":[{HEALTHY},null]}}"#);
    let (_, screen) = needs_attention(INSTANCE, &odd).await;
    screen.shows(NOT_READ).await;
}

#[wasm_bindgen_test]
async fn instances_behind_the_first_answer_are_not_taken_for_well() {
    let part = INSTANCE.replace(r#""total":1"#, r#""total":120"#);
    let none = r#"{"total":0,"registries":[]}"#;
    let (_, screen) = needs_attention(&part, none).await;
    screen
        .shows("The instances of SWR Enterprise could not be loaded")
        .await;
}

#[wasm_bindgen_test]
async fn whoever_reads_everything_again_reads_what_needs_a_hand_again() {
    let ill = format!(
        r#"{{"total":1,"registries":[{}]}}"#,
        HEALTHY.replace("healthy", "unhealthy")
    );
    let (cloud, screen) = needs_attention(INSTANCE, &ill).await;
    screen
        .shows("1 target registry of acme-ee cannot be reached")
        .await;
    screen.loses(".page-beside .button.quiet").await;
    let well = format!(r#"{{"total":1,"registries":[{HEALTHY}]}}"#);
    let others = [
        told(REGISTRIES, 200, &well),
        told(INSTANCES, 200, INSTANCE),
        told("/v2/cloudimages", 500, "{}"),
    ];
    cloud.answer(&crate::overview::cloud(&others).answers());
    screen.get(".refresh").click();
    screen.loses(".attention a[href*='health=unhealthy']").await;
    screen
        .loses(".attention:not(:has(a[href^='machine-images/']))")
        .await;
}
