//! When the sync jobs of a repository are told to have ended.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const SHOP: &str = "/v2/manage/namespaces/acme-web/repos/shop/sync_job";

/// A job with a number and one without, each with its status.
fn jobs(numbered: &str, other: &str) -> Vec<Answer> {
    let body = format!(
        r#"[{{"id":1,"tag":"1.0","status":"{numbered}"}},{{"tag":"2.0","status":"{other}"}}]"#
    );
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", SHOP, 200, body),
    ]
}

#[wasm_bindgen_test]
async fn jobs_are_told_to_have_ended_when_those_without_a_number_have_too() {
    let cloud = Cloud::new(&jobs("running", "running"));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("Sync jobs (2)").await;
    cloud.answer(&jobs("success", "running"));
    screen.button("Refresh").click();
    TimeoutFuture::new(200).await;
    assert!(!screen.text().contains("Sync jobs ended"));
    cloud.answer(&jobs("success", "success"));
    screen.button("Refresh").click();
    screen.shows("Sync jobs ended: 1").await;
}
