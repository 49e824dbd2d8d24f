//! What the row of a sync task says of its stopping, and of its last copy.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, NEVER, Screen, token_body};

const SHOP: &str = "/v2/manage/namespaces/acme-web/repos/shop";
const TASKS: &str = "/v2/manage/namespaces/acme-web/repos/shop/sync_repo";
const JOBS: &str = "/v2/manage/namespaces/acme-web/repos/shop/sync_job";
const TASK: &str = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-copy","syncAuto":true,"override":false,"createdAt":"2026-01-02T03:04:05Z"}]"#;

/// One task whose last copy failed at a time, and what its deletion is answered with.
fn one_task(failed_at: &str, deletion: u16) -> Vec<Answer> {
    let refusal = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"no right"}]}"#;
    let job = format!(
        r#"[{{"id":1,"tag":"1.0","status":"failed","remoteRegionId":"eu-nl","remoteNamespace":"acme-copy","createdAt":"{failed_at}","updatedAt":"{failed_at}"}}]"#
    );
    let itself = r#"{"name":"shop","is_public":true,"updated":"2026-02-01T00:00:00Z"}"#;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", TASKS, 200, TASK.to_owned()),
        ("DELETE", TASKS, deletion, refusal.to_owned()),
        ("GET", JOBS, 200, job),
        ("GET", SHOP, 200, itself.to_owned()),
    ]
}

#[wasm_bindgen_test]
async fn a_task_that_could_not_be_stopped_says_so_in_its_row() {
    let cloud = Cloud::new(&one_task("2026-03-01T00:00:00Z", 403));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("acme-copy").await;
    assert!(!screen.text().contains("Not stopped"));
    screen
        .get("input[aria-label='Select eu-nl/acme-copy']")
        .click();
    screen.shows("Stop 1 sync task").await;
    screen.button("Stop 1 sync task").click();
    screen.shows("copies already there stay").await;
    screen.dialog_button("Stop 1 sync task").click();
    screen.shows("Not stopped").await;
    let row = screen.get("[role=row]:has([role=rowheader])").inner_text();
    assert!(row.contains("Not stopped"), "{row}");
}

#[wasm_bindgen_test]
async fn a_task_that_was_stopped_says_so_where_a_list_still_has_it() {
    let cloud = Cloud::new(&one_task("2026-03-01T00:00:00Z", 204));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("acme-copy").await;
    screen
        .get("input[aria-label='Select eu-nl/acme-copy']")
        .click();
    screen.shows("Stop 1 sync task").await;
    screen.button("Stop 1 sync task").click();
    screen.shows("copies already there stay").await;
    screen.dialog_button("Stop 1 sync task").click();
    screen.sends(&cloud).await;
    let mut gone = one_task("2026-03-01T00:00:00Z", 204);
    gone[1].3 = "[]".to_owned();
    cloud.answer(&gone);
    screen.shows("stopped, checked with the cloud at").await;
    screen
        .shows("No sync tasks: new pushes are not copied.")
        .await;
    assert!(!screen.text().contains("Stopped"));
    // A service that lags lists it once more.
    cloud.answer(&one_task("2026-03-01T00:00:00Z", 204));
    screen.button("Refresh").click();
    screen.shows("Stopped").await;
}

#[wasm_bindgen_test]
async fn red_is_for_a_copy_that_is_missing_and_not_for_one_that_failed_long_ago() {
    // The repository changed on the first of February.
    for (failed_at, needs_a_hand) in [
        ("2026-01-15T00:00:00Z", true),
        ("2026-02-15T00:00:00Z", false),
    ] {
        let cloud = Cloud::new(&one_task(failed_at, 204));
        let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
        screen.shows("Copy history (1)").await;
        screen.shows("Public").await;
        let red = screen.count(".status.danger");
        assert_eq!(red, usize::from(needs_a_hand), "failed at {failed_at}");
        assert_eq!(screen.count(".status.success"), 0);
    }
}

#[wasm_bindgen_test]
async fn nothing_is_said_to_be_none_while_repositories_are_still_read() {
    let repositories = r#"[{"name":"shop","namespace":"acme-web","is_public":false}]"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v2/manage/repos", 200, repositories.to_owned()),
        ("GET", TASKS, NEVER, String::new()),
        ("GET", JOBS, 200, "[]".to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "sync-tasks").await;
    screen.shows("0 of 1 repositories read so far").await;
    assert_eq!(screen.count(".table-wait"), 1);
    assert_eq!(screen.count(".empty"), 0);
}
