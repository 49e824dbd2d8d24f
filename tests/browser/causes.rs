//! Why registries failed: a tile for each cause that is there.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const PROJECT: &str = "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image";
const TASKS: &str = "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image/tasks";
const CLUSTER: &str = "Its cluster is not connected properly.";

/// A running task of one registry that failed and one with this status.
fn task(status: &str) -> Vec<Answer> {
    let tasks = r#"{"total_num":1,"data_list":[{"task_id":"t-1","task_name":"manualSync_1","task_type":"manualSync","task_status":20,"begin_time":1795132800000,"total_num":40,"success_num":3,"failed_num":3}]}"#;
    let registries = format!(
        r#"{{"total_num":2,"data_list":[{{"registry_id":"r-1","registry_name":"harbor-a","registry_type":"Harbor","sync_status":"failed","failed_reason":"odd"}},{{"registry_id":"r-2","registry_name":"harbor-b","registry_type":"Harbor","sync_status":"{status}","failed_reason":"{}"}}]}}"#,
        if status == "failed" {
            "CREATE_JOB_FAILED"
        } else {
            ""
        },
    );
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", TASKS, 200, tasks.to_owned()),
        ("GET", PROJECT, 200, registries),
    ]
}

fn causes(screen: &Screen) -> String {
    screen.get(".causes").inner_text()
}

async fn read_again(screen: &Screen) {
    screen.button("Refresh").click();
    TimeoutFuture::new(300).await;
}

#[wasm_bindgen_test]
async fn a_cause_that_no_registry_has_any_more_goes() {
    let cloud = Cloud::new(&task("failed"));
    let screen = Screen::signed_in_at(&cloud, "security-sync/tasks/t-1").await;
    screen.shows(CLUSTER).await;
    cloud.answer(&task("running"));
    read_again(&screen).await;
    assert!(!causes(&screen).contains(CLUSTER), "{}", causes(&screen));
    assert!(causes(&screen).contains("odd"));
}

#[wasm_bindgen_test]
async fn no_cause_goes_while_somebody_is_at_one() {
    let cloud = Cloud::new(&task("failed"));
    let screen = Screen::signed_in_at(&cloud, "security-sync/tasks/t-1").await;
    screen.shows(CLUSTER).await;
    let tile = screen.get(".causes > .tile");
    let over = web_sys::Event::new("pointerenter").unwrap();
    screen.get(".causes").dispatch_event(&over).unwrap();
    cloud.answer(&task("running"));
    read_again(&screen).await;
    assert!(causes(&screen).contains(CLUSTER), "{}", causes(&screen));
    assert!(tile.is_connected(), "the tile is the one that was there");
    let gone = web_sys::Event::new("pointerleave").unwrap();
    screen.get(".causes").dispatch_event(&gone).unwrap();
    TimeoutFuture::new(100).await;
    assert!(!causes(&screen).contains(CLUSTER), "{}", causes(&screen));
}
