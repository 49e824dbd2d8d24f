//! When the sync jobs of a repository are told to have ended.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, NEVER, Screen, token_body};

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
async fn fewer_jobs_are_asked_for_where_a_thousand_are_refused() {
    const THOUSAND: &str =
        "/v2/manage/namespaces/acme-web/repos/shop/sync_job?filter=limit%3A%3A1000";
    let fault = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4000056","errorMessage":"page size"}]}"#;
    let mut answers = jobs("success", "success");
    answers.insert(0, ("GET", THOUSAND, 400, fault.to_owned()));
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("Copy history (2)").await;
}

#[wasm_bindgen_test]
async fn jobs_are_told_to_have_ended_when_those_without_a_number_have_too() {
    let cloud = Cloud::new(&jobs("running", "running"));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("Copy history (2)").await;
    cloud.answer(&jobs("success", "running"));
    screen.button("Refresh").click();
    TimeoutFuture::new(200).await;
    assert!(!screen.text().contains("ended, "));
    cloud.answer(&jobs("success", "success"));
    screen.button("Refresh").click();
    screen.shows("1 copy ended, ").await;
}

#[wasm_bindgen_test]
async fn there_is_no_file_of_the_tasks_as_long_as_their_copies_are_on_the_way() {
    const TASKS: &str = "/v2/manage/namespaces/acme-web/repos/shop/sync_repo";
    for (status, waits) in [(NEVER, true), (200, false), (500, false)] {
        let task = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-copy","syncAuto":true}]"#;
        let answers = [
            ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
            ("GET", SHOP, status, "[]".to_owned()),
            ("GET", TASKS, 200, task.to_owned()),
        ];
        let cloud = Cloud::new(&answers);
        let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
        screen.shows("acme-copy").await;
        TimeoutFuture::new(100).await;
        let is_disabled = screen.button("Export CSV").has_attribute("disabled");
        assert_eq!(is_disabled, waits, "{status}");
    }
}
