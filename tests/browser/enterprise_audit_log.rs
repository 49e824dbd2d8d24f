//! The audit log of an instance: one operation at a time, and no more of it than was asked for.

use image_console::browser::clock::{local_minute, moment_of_minute};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise::shown_at;

const ONE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1";
const DELETED: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/audit-logs?limit=100&offset=0&operation=delete";
const PULLED: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/audit-logs?limit=100&offset=0&operation=pull";
const ANY: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/audit-logs";

const INSTANCE: &str = r#"{"id":"i-1","name":"acme-ee","status":"Running"}"#;

const TWO: &str = r#"{"total":2,"audit_logs":[
    {"id":2,"operation":"delete","resource_type":"artifact","resource":"library/nginx:v1","username":"robot$sync","op_time":"2026-11-02T10:00:00Z"},
    {"id":1,"operation":"delete","resource_type":"artifact","resource":"library/redis:v2","username":"<b>eve</b>","op_time":"2026-11-01T10:00:00Z"}]}"#;

async fn shown(behind: &str, answers: &[(&'static str, u16, &str)]) -> (Cloud, Screen) {
    let mut all = answers.to_vec();
    all.push((ONE, 200, INSTANCE));
    shown_at(&format!("enterprise/i-1/audit-log{behind}"), &all).await
}

#[wasm_bindgen_test]
async fn nothing_is_asked_without_an_operation_and_another_one_is_read_anew() {
    let pulled = r#"{"total":1,"audit_logs":[{"id":9,"operation":"pull","resource":"shop/api:v3","username":"u"}]}"#;
    let (cloud, screen) = shown("", &[(DELETED, 200, TWO), (PULLED, 200, pulled)]).await;
    screen.shows("Audit log (2)").await;
    screen.shows("library/nginx:v1").await;
    screen.shows("<b>eve</b>").await;
    screen.go("enterprise/i-1/audit-log?operation=pull");
    screen.shows("Audit log (1)").await;
    screen.shows("shop/api:v3").await;
    assert!(
        !screen.text().contains("library/nginx"),
        "{}",
        screen.text()
    );
    let asked = cloud.asked();
    let all = asked.iter().filter(|line| line.contains("audit-logs"));
    assert!(
        all.clone().all(|line| line.contains("operation=")),
        "{asked:?}"
    );
    assert_eq!(all.count(), 2, "{asked:?}");
}

#[wasm_bindgen_test]
async fn time_and_user_narrow_what_was_read() {
    let behind = "?from=2026-11-01T12%3A00%3A00.000Z&users=robot%24sync";
    let (_, screen) = shown(behind, &[(DELETED, 200, TWO)]).await;
    screen.shows("Audit log (1/2)").await;
    screen.shows("library/nginx:v1").await;
    screen.shows("Time (1)").await;
    screen.shows("User (1)").await;
    screen.go("enterprise/i-1/audit-log?to=2026-11-01T12%3A00%3A00.000Z");
    screen.shows("library/redis:v2").await;
    assert!(
        !screen.text().contains("library/nginx"),
        "{}",
        screen.text()
    );
}

#[wasm_bindgen_test]
async fn of_more_than_two_thousand_entries_the_others_wait_to_be_asked_for() {
    // Every page is the same to this cloud, so that only the first of its rows count.
    let many =
        r#"{"total":48120,"audit_logs":[{"id":9,"operation":"delete","resource":"shop/api:v3"}]}"#;
    let (cloud, screen) = shown("", &[(ANY, 200, many)]).await;
    screen
        .shows("SWR lists 48,120 entries of this operation; the first 2,000 of them are read.")
        .await;
    screen.button("Read 2,000 more");
    let asked = cloud.asked();
    assert!(asked.len() < 40, "{asked:?}");
}

#[wasm_bindgen_test]
async fn an_audit_log_that_may_not_be_seen_says_so() {
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let (_, screen) = shown("", &[(ANY, 403, denied)]).await;
    screen
        .shows("You may not see the audit log of this instance.")
        .await;
}

#[wasm_bindgen_test]
fn a_minute_of_a_field_is_the_same_after_it_was_kept() {
    for minute in ["2026-11-28T09:30", "2027-01-01T00:00", "2026-07-31T23:59"] {
        let moment = moment_of_minute(minute);
        assert_eq!(moment.map(local_minute).as_deref(), Some(minute));
    }
    for odd in [
        "",
        "2026-11-28",
        "tomorrow",
        "2026-13-01T00:00",
        "2026-11-28T25:00",
    ] {
        assert_eq!(moment_of_minute(odd), None, "{odd}");
    }
}
