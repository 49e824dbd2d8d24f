//! How far a task is, how it was started, and what it goes by.

use cloud_api::hss::{SyncTaskKind, TaskState};

use super::hss_answers::tasks;

/// The percentage of a task with that status and counts of success, failure and all.
fn percent(status: &str, counts: &str) -> Option<u8> {
    tasks(&format!(r#"[{{"task_status":{status}{counts}}}]"#))[0].percent()
}

#[test]
fn a_task_tells_its_percentage_until_it_is_done() {
    assert_eq!(
        ["0", "60", "99", "100"].map(|status| percent(status, "")),
        [Some(0), Some(60), Some(99), Some(100)]
    );
}

#[test]
fn the_percentage_of_a_task_that_ended_before_its_time_follows_from_its_counts() {
    let counts = r#","success_num":10,"failed_num":5,"total_num":33"#;
    assert_eq!(
        ["-1", "-2", "-3"].map(|status| percent(status, counts)),
        [Some(45); 3]
    );
    assert_eq!(
        percent("-1", r#","success_num":7,"failed_num":1,"total_num":4"#),
        Some(100)
    );
}

#[test]
fn without_counts_or_a_known_status_there_is_no_percentage() {
    assert_eq!(percent("-1", ""), None);
    assert_eq!(
        percent("-3", r#","success_num":0,"failed_num":0,"total_num":0"#),
        None
    );
    assert_eq!(
        percent(
            "-1",
            r#","success_num":18446744073709551615,"failed_num":1,"total_num":2"#
        ),
        None
    );
    assert_eq!(
        percent("77777", r#","success_num":1,"failed_num":1,"total_num":2"#),
        None
    );
    assert_eq!(
        percent("null", r#","success_num":1,"failed_num":1,"total_num":2"#),
        None
    );
}

#[test]
fn every_number_of_a_task_has_its_meaning() {
    let states: Vec<_> = [
        "0",
        "99",
        "100",
        "-1",
        "-2",
        "-3",
        "-4",
        "101",
        "255",
        "256",
        "60.0",
        r#""60""#,
        "null",
        r#""soon""#,
    ]
    .into_iter()
    .map(|status| tasks(&format!(r#"[{{"task_status":{status}}}]"#))[0].state())
    .collect();
    assert_eq!(
        states,
        [
            Some(TaskState::Running(0)),
            Some(TaskState::Running(99)),
            Some(TaskState::Done),
            Some(TaskState::Terminated),
            Some(TaskState::TimedOut),
            Some(TaskState::Abnormal),
            Some(TaskState::Unknown(-4)),
            Some(TaskState::Unknown(101)),
            Some(TaskState::Unknown(255)),
            Some(TaskState::Unknown(256)),
            Some(TaskState::Running(60)),
            Some(TaskState::Running(60)),
            None,
            None,
        ]
    );
}

#[test]
fn only_the_known_ends_of_a_task_are_over() {
    let over: Vec<bool> = [
        TaskState::Running(0),
        TaskState::Running(99),
        TaskState::Unknown(-4),
        TaskState::Done,
        TaskState::Terminated,
        TaskState::TimedOut,
        TaskState::Abnormal,
    ]
    .into_iter()
    .map(TaskState::is_over)
    .collect();
    assert_eq!(over, [false, false, false, true, true, true, true]);
}

#[test]
fn a_task_with_a_hostile_id_cannot_be_opened() {
    for id in ["", "../../x", "a/b", "<b>", &"a".repeat(65)] {
        let rows = tasks(&format!(r#"[{{"task_id":"{id}"}}]"#));
        assert_eq!(rows[0].id(), None, "{id}");
    }
}

#[test]
fn a_task_names_its_kind_in_either_field() {
    let rows = tasks(
        r#"[{"sync_task_type":"manualSync"},{"task_type":"autoSync","sync_task_type":"manualSync"},{"task_type":"byVendor"}]"#,
    );
    let kinds: Vec<_> = rows
        .iter()
        .map(|task| (task.kind_name(), task.kind()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("manualSync", Some(SyncTaskKind::Manual)),
            ("autoSync", Some(SyncTaskKind::Automatic)),
            ("byVendor", None),
        ]
    );
}
