//! What runs of policies as far as it was read, and whether more of it may run.

use cloud_api::enterprise::{ListExecutions, PolicyId, StillRunning};

use crate::support::{decoded, read};

/// What runs by these pages, each of a policy.
fn running(pages: &[(&str, &str)]) -> StillRunning {
    let mut running = StillRunning::default();
    for (policy, page) in pages {
        running.add(read::<PolicyId>(policy), &decoded::<ListExecutions>(page));
    }
    running
}

fn of(running: &StillRunning, policy: &str) -> Vec<String> {
    let all = running.of(read::<PolicyId>(policy));
    all.map(|id| id.to_string()).collect()
}

const TWO: &str = r#"{"total":3,"executions":[
    {"id":9007199254740993,"policy_id":21,"status":"InProgress"},
    {"id":302,"status":"Pending"},
    {"id":301,"policy_id":21,"status":"Succeed"}]}"#;

#[test]
fn what_is_not_over_is_told_by_its_policy_in_any_order_of_the_pages() {
    let other = r#"{"total":1,"executions":[{"id":400,"policy_id":22,"status":"InProgress"}]}"#;
    let both = running(&[("21", TWO), ("22", other)]);
    assert_eq!(of(&both, "21"), ["302", "9007199254740993"]);
    assert_eq!(of(&both, "22"), ["400"]);
    assert_eq!((both.count(), both.may_be_more()), (3, false));
    assert_eq!(both, running(&[("22", other), ("21", TWO)]));
}

#[test]
fn an_execution_of_another_policy_is_not_taken_for_one_of_this() {
    let nothing = running(&[("23", &TWO.replace(r#"{"id":302,"status":"Pending"},"#, ""))]);
    assert_eq!(of(&nothing, "23"), [""; 0]);
}

#[test]
fn more_may_run_where_not_all_was_read() {
    let full = |total: &str| {
        let row = r#"{"id":1,"policy_id":21,"status":"Succeed"}"#;
        let rows = vec![row; 100].join(",");
        format!(r#"{{{total}"executions":[{rows}]}}"#)
    };
    for page in [
        full(""),
        full(r#""total":101,"#),
        r#"{"total":1,"executions":[]}"#.to_owned(),
        r#"{"total":1,"executions":[7]}"#.to_owned(),
        r#"{"total":1,"executions":[{"id":"x","status":"InProgress"}]}"#.to_owned(),
    ] {
        assert!(running(&[("21", &page)]).may_be_more(), "{page}");
    }
    for page in [
        full(r#""total":100,"#),
        r#"{"executions":[]}"#.to_owned(),
        r#"{"total":1,"executions":[{"id":"x","status":"Succeed"}]}"#.to_owned(),
    ] {
        assert!(!running(&[("21", &page)]).may_be_more(), "{page}");
    }
}
