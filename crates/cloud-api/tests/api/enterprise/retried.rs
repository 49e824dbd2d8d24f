//! Failures that may turn into success.

use super::support::{at, executions};

const FAILED: &str = "2026-11-20T02:00:00Z";

fn may_be_retried(row: &str, now: &str) -> bool {
    executions(&format!("[{row}]"))[0].may_be_retried(at(now))
}

#[test]
fn a_failure_is_one_for_good_when_a_minute_has_gone() {
    let row = format!(r#"{{"id":1,"status":"Failed","updated_at":"{FAILED}"}}"#);
    for (now, may) in [
        ("2026-11-20T01:59:30Z", true),
        ("2026-11-20T02:00:00Z", true),
        ("2026-11-20T02:00:59Z", true),
        ("2026-11-20T02:01:00Z", false),
        ("2026-11-19T02:00:00Z", false),
    ] {
        assert_eq!(may_be_retried(&row, now), may, "{now}");
    }
}

#[test]
fn nothing_else_is_tried_again() {
    for status in ["Succeed", "Success", "Stopped", "InProgress", "Melting", ""] {
        let row = format!(r#"{{"id":1,"status":"{status}","updated_at":"{FAILED}"}}"#);
        assert!(!may_be_retried(&row, FAILED), "{status}");
    }
}

#[test]
fn a_failure_without_a_time_is_one_for_good() {
    for time in [r#""0001-01-01T00:00:00Z""#, r#""soon""#, "7", "null"] {
        let row = format!(r#"{{"id":1,"status":"Failed","updated_at":{time}}}"#);
        assert!(!may_be_retried(&row, FAILED), "{time}");
    }
}

#[test]
fn what_may_be_tried_again_goes_on_and_what_succeeded_does_not() {
    let row = |status: &str| {
        executions(&format!(
            r#"[{{"id":1,"status":"{status}","updated_at":"{FAILED}"}}]"#
        ))[0]
            .goes_on(at(FAILED))
    };
    assert!(row("Failed"));
    assert!(row("Pending"));
    assert!(!row("Success"));
}
