//! The last result of a policy, and of a target registry.

use cloud_api::enterprise::{ExecutionId, last_run};

use super::support::{executions, policies};
use crate::support::read;

fn last(policy_rows: &str, execution_rows: &str) -> Option<ExecutionId> {
    let policies = policies(policy_rows);
    let policies: Vec<_> = policies.iter().collect();
    let executions = executions(execution_rows);
    last_run(&policies, &executions)?.id
}

const TWO: &str = r#"[{"id":21},{"id":22}]"#;

#[test]
fn the_last_run_is_the_one_that_began_last_whatever_their_order() {
    let rows = r#"[
        {"id":301,"policy_id":21,"created_at":"2026-11-20T02:00:00Z"},
        {"id":303,"policy_id":23,"created_at":"2026-11-22T02:00:00Z"},
        {"id":302,"policy_id":22,"created_at":"2026-11-21T02:00:00.123456Z"},
        {"id":300,"policy_id":21,"created_at":"2026-11-19T02:00:00Z"}]"#;
    assert_eq!(last(TWO, rows), Some(read("302")));
    assert_eq!(last(r#"[{"id":21}]"#, rows), Some(read("301")));
}

#[test]
fn of_runs_at_the_same_time_or_without_any_the_larger_id_is_the_last() {
    for time in [
        r#""2026-11-20T02:00:00Z""#,
        r#""0001-01-01T00:00:00Z""#,
        "null",
    ] {
        let rows = format!(
            r#"[{{"id":9007199254740993,"policy_id":21,"created_at":{time}}},
                {{"id":9007199254740992,"policy_id":21,"created_at":{time}}}]"#
        );
        assert_eq!(last(TWO, &rows), Some(read("9007199254740993")), "{time}");
    }
}

#[test]
fn a_policy_that_never_ran_has_no_last_run() {
    assert_eq!(last(TWO, "[]"), None);
    assert_eq!(last(TWO, r#"[{"id":301,"policy_id":23}]"#), None);
    assert_eq!(last("[]", r#"[{"id":301,"policy_id":21}]"#), None);
}

#[test]
fn a_policy_and_a_run_without_id_do_not_belong_together() {
    assert_eq!(last(r#"[{"name":"a"}]"#, r#"[{"id":301}]"#), None);
}
