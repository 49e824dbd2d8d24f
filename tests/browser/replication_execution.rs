//! An execution of a replication policy, its images and their tags, as they come.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise::shown_at;
use crate::replication::EXECUTIONS;

const TASKS: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions/301/tasks";
const TAGS: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions/301/tasks/7/subtasks";

async fn shown(address: &str, execution: &str, tasks: &str, tags: &str) -> (Cloud, Screen) {
    let executions = format!(r#"{{"total":1,"executions":[{execution}]}}"#);
    let tasks = format!(r#"{{"total":9,"tasks":[{tasks}]}}"#);
    let tags = format!(r#"{{"total":9,"sub_tasks":[{tags}]}}"#);
    let answers = [
        (TAGS, 200, &*tags),
        (TASKS, 200, &*tasks),
        (EXECUTIONS, 200, &*executions),
    ];
    shown_at(address, &answers).await
}

const AT: &str = "enterprise/i-1/policies/21/301";

#[wasm_bindgen_test]
async fn an_execution_tells_how_far_it_is_with_what_failed_apart() {
    let execution = r#"{"id":301,"policy_id":21,"status":"Failed","total":4,"succeed":1,"failed":2,"stopped":1,
        "status_text":"<b>denied</b>","trigger":"scheduled","created_at":"2026-11-02T00:00:00Z"}"#;
    let (_, screen) = shown(AT, execution, "", "").await;
    screen.shows("Execution 301").await;
    screen.shows("1 of 4 copied, 2 failed, 1 stopped").await;
    screen.shows("<b>denied</b>").await;
    screen.shows("Scheduled").await;
    let parts = screen.count(".run-progress > span");
    assert_eq!(parts, 3);
}

#[wasm_bindgen_test]
async fn nothing_of_nothing_is_shown_as_nothing() {
    let execution = r#"{"id":301,"policy_id":21,"status":"Failed","total":0,"succeed":0,"failed":0,
        "status_text":"failed to fetch artifacts","updated_at":"0001-01-01T00:00:00Z"}"#;
    let (_, screen) = shown(AT, execution, "", "").await;
    screen
        .shows("This execution found no images to copy.")
        .await;
    screen.shows("failed to fetch artifacts").await;
    screen.shows("Never").await;
    assert_eq!(screen.count(".run-progress"), 0);
    assert!(!screen.text().contains("0 of 0"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn images_are_told_by_what_harbor_writes_and_by_plain_texts() {
    let execution = r#"{"id":301,"policy_id":21,"status":"Success","total":2,"succeed":2}"#;
    let tasks = r#"{"id":7,"status":"Succeed","operation":"copy",
        "src_resource":"{\"metadata\":{\"repository\":{\"name\":\"library/nginx\"},\"artifacts\":[{\"tags\":[\"1\",\"2\"]}]}}",
        "dst_resource":"library/nginx:[1]"},
        {"id":8,"status":"Success","src_resource":"<b>{\"</b>"}"#;
    let (_, screen) = shown(AT, execution, tasks, "").await;
    screen.shows("library/nginx").await;
    screen.shows("2 tags").await;
    screen.shows("library/nginx:[1]").await;
    screen.shows("<b>{\"</b>").await;
    let copied = screen.text().matches("Copied").count();
    assert_eq!(copied, 3, "{}", screen.text());
}

#[wasm_bindgen_test]
async fn the_tags_of_the_only_image_are_told_with_their_causes() {
    let execution = r#"{"id":301,"policy_id":21,"status":"Failed","total":1,"failed":1}"#;
    let tasks = r#"{"id":7,"status":"Failed","src_resource":"library/nginx"}"#;
    let tags = r#"{"id":1,"tag":"v1","status":"Failed","status_text":"<i>no such host</i>","end_time":"2026-11-02T00:00:00Z"},
        {"id":2,"tag":"","digest":"sha256:abc","status":"Success","start_time":"0001-01-01T00:00:00Z"}"#;
    let (_, screen) = shown(AT, execution, tasks, tags).await;
    screen.shows("Tags of library/nginx").await;
    screen.shows("<i>no such host</i>").await;
    screen.shows("sha256:abc").await;
    screen.shows("Never").await;
}

#[wasm_bindgen_test]
async fn the_tags_of_one_of_several_images_are_shown_when_it_is_chosen() {
    let execution = r#"{"id":301,"policy_id":21,"status":"Failed","total":2,"failed":2}"#;
    let tasks = r#"{"id":7,"status":"Failed","src_resource":"library/nginx"},
        {"id":8,"status":"Failed","src_resource":"library/redis"}"#;
    let tags = r#"{"id":1,"tag":"v1","status":"Failed","status_text":"denied"}"#;
    let (_, screen) = shown(AT, execution, tasks, tags).await;
    screen.shows("Select an image to see its tags").await;
    screen.button("library/nginx").click();
    screen.shows("Tags of library/nginx").await;
    screen.shows("denied").await;
}

#[wasm_bindgen_test]
async fn an_execution_that_is_not_listed_says_so() {
    let other = r#"{"id":300,"policy_id":21,"status":"Succeed"}"#;
    let (_, screen) = shown(AT, other, "", "").await;
    screen
        .shows("This policy has no execution with this ID.")
        .await;
}

#[wasm_bindgen_test]
async fn a_failure_of_now_may_still_be_retried_and_is_not_red() {
    let now = js_sys::Date::new_0().to_iso_string();
    let execution = format!(
        r#"{{"id":301,"policy_id":21,"status":"Failed","total":1,"failed":1,"updated_at":"{now}"}}"#
    );
    let (_, screen) = shown(AT, &execution, "", "").await;
    screen.shows("Failed, may be retried").await;
    assert_eq!(screen.count(".status.danger"), 0);
}

#[wasm_bindgen_test]
async fn an_image_that_waits_has_not_begun_yet_and_one_that_was_stopped_never_has() {
    let execution = r#"{"id":301,"policy_id":21,"status":"InProgress","total":1,"in_progress":1}"#;
    let never = r#""start_time":"0001-01-01T00:00:00Z","end_time":"0001-01-01T00:00:00Z""#;
    let waits = format!(r#"{{"id":7,"status":"Pending","src_resource":"a",{never}}}"#);
    let tag = format!(r#"{{"id":1,"tag":"v1","status":"Initialized",{never}}}"#);
    let (_, screen) = shown(AT, execution, &waits, &tag).await;
    screen.shows("v1").await;
    assert_eq!(screen.text().matches("Not yet").count(), 4);
    assert!(!screen.text().contains("Never"), "{}", screen.text());
    drop(screen);
    let stopped = waits.replace("Pending", "Stopped");
    let (_, screen) = shown(AT, execution, &stopped, "").await;
    screen.shows("Never").await;
    assert!(!screen.text().contains("Not yet"), "{}", screen.text());
}
