//! The registries of a task: brought up to date by status, and grouped by why they failed.

use cloud_api::hss::{
    ENDS, Grouped, OfStatus, SyncStatus, TaskRegistry, by_cause, caught_up, next_page,
};
use proptest::prelude::*;

fn row(id: &str, status: &str, cause: &str) -> TaskRegistry {
    TaskRegistry {
        registry_id: id.to_owned(),
        registry_name: id.to_owned(),
        registry_type: "Harbor".to_owned(),
        sync_status: status.to_owned(),
        failed_reason: cause.to_owned(),
    }
}

fn rows(count: usize, status: &str) -> Vec<TaskRegistry> {
    (0..count)
        .map(|number| row(&number.to_string(), status, ""))
        .collect()
}

fn of_status(status: SyncStatus, rows: &[TaskRegistry], total: u64) -> OfStatus {
    OfStatus {
        status,
        rows: rows.to_vec(),
        total: Some(total),
    }
}

#[test]
fn what_ended_since_begins_on_the_page_of_the_next_one() {
    for (known, offset) in [
        (0, 0),
        (1, 0),
        (199, 0),
        (200, 200),
        (399, 200),
        (4_999, 4_800),
    ] {
        let known = rows(known, "finished");
        assert_eq!(next_page(&known, SyncStatus::Finished).rows(), offset);
        assert_eq!(next_page(&known, SyncStatus::Failed).rows(), 0);
    }
}

#[test]
fn what_ended_takes_its_place_among_the_others() {
    let known = [
        row("a", "running", ""),
        row("b", "running", ""),
        row("c", "running", ""),
    ];
    let failed = row("b", "failed", "SERVER_ERROR");
    let finished = row("c", "finished", "");
    let read = [
        of_status(SyncStatus::Failed, std::slice::from_ref(&failed), 1),
        of_status(SyncStatus::Finished, std::slice::from_ref(&finished), 1),
    ];
    let expected = vec![row("a", "running", ""), failed, finished];
    assert_eq!(caught_up(&known, &read), (expected, true));
}

#[test]
fn when_the_service_counts_more_than_was_read_it_was_not_all() {
    let known = [row("a", "running", ""), row("b", "running", "")];
    let read = [of_status(SyncStatus::Failed, &[row("b", "failed", "x")], 2)];
    assert!(!caught_up(&known, &read).1);
}

#[test]
fn without_a_count_nobody_knows_whether_it_was_all() {
    let read = [OfStatus {
        total: None,
        ..of_status(SyncStatus::Failed, &[], 0)
    }];
    assert!(!caught_up(&[], &read).1);
}

#[test]
fn a_registry_that_was_not_known_is_not_added_and_shows_that_it_was_not_all() {
    let known = [row("a", "running", "")];
    let read = [of_status(
        SyncStatus::Failed,
        &[row("new", "failed", "x")],
        1,
    )];
    assert_eq!(caught_up(&known, &read), (known.to_vec(), false));
}

#[test]
fn registries_end_as_failed_or_finished() {
    assert_eq!(ENDS, [SyncStatus::Failed, SyncStatus::Finished]);
}

/// The IDs in the order of the groups, with the size of each one's group.
fn order(registries: &[TaskRegistry]) -> Vec<(&str, u64)> {
    let mut order: Vec<(&TaskRegistry, Grouped)> =
        registries.iter().zip(by_cause(registries)).collect();
    order.sort_by_key(|(_, grouped)| grouped.place);
    order
        .into_iter()
        .map(|(row, grouped)| (row.registry_id.as_str(), grouped.alike))
        .collect()
}

#[test]
fn the_largest_group_of_the_same_cause_stands_first_and_names_order_it() {
    let registries = [
        row("done", "finished", ""),
        row("x", "failed", "A"),
        row("c", "failed", "B"),
        row("runs", "running", ""),
        row("B", "failed", "B"),
        row("odd", "skipped-by-policy", ""),
        row("a", "failed", "B"),
    ];
    let expected = [
        ("a", 3),
        ("B", 3),
        ("c", 3),
        ("x", 1),
        ("odd", 0),
        ("runs", 0),
        ("done", 0),
    ];
    assert_eq!(order(&registries), expected);
}

#[test]
fn groups_of_the_same_size_stand_by_cause_and_a_failure_without_one_is_a_group_too() {
    let registries = [
        row("1", "failed", "Z"),
        row("2", "failed", ""),
        row("3", "failed", "A"),
    ];
    assert_eq!(order(&registries), [("2", 1), ("3", 1), ("1", 1)]);
}

#[test]
fn a_cause_of_what_did_not_fail_makes_no_group() {
    let registries = [row("1", "finished", "A"), row("2", "failed", "A")];
    assert_eq!(order(&registries), [("2", 1), ("1", 0)]);
}

fn any_rows() -> impl Strategy<Value = Vec<TaskRegistry>> {
    let row = ("[a-c]{1,2}", "failed|finished|running|odd", "[XYZ]?")
        .prop_map(|(name, status, cause)| row(&name, &status, &cause));
    prop::collection::vec(row, 0..20)
}

proptest! {
    #[test]
    fn every_registry_has_a_place_of_its_own_and_groups_hold_together(registries in any_rows()) {
        let mut grouped: Vec<(&TaskRegistry, Grouped)> =
            registries.iter().zip(by_cause(&registries)).collect();
        grouped.sort_by_key(|(_, grouped)| grouped.place);
        let places: Vec<usize> = grouped.iter().map(|(_, grouped)| grouped.place).collect();
        prop_assert_eq!(places, (0..registries.len()).collect::<Vec<_>>());
        for pair in grouped.windows(2) {
            let [(_, one), (_, other)] = pair else { continue };
            prop_assert!(one.group <= other.group);
            prop_assert!(one.alike >= other.alike);
        }
    }

    #[test]
    fn catching_up_with_everything_gives_the_list_as_it_is(registries in any_rows(), later in any_rows()) {
        // Each registry once, first running, later in some status.
        let statuses = later.iter().map(|row| (row.sync_status.clone(), row.failed_reason.clone()));
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (number, (_, (status, cause))) in registries.iter().zip(statuses).enumerate() {
            let ends = status == "failed" || status == "finished";
            before.push(row(&number.to_string(), "running", ""));
            let status = if ends { status } else { "running".to_owned() };
            after.push(row(&number.to_string(), &status, if ends { &cause } else { "" }));
        }
        let read = ENDS.map(|status| {
            let mut rows = after.clone();
            rows.retain(|row| row.status() == Some(status));
            let total = rows.len() as u64;
            of_status(status, &rows, total)
        });
        prop_assert_eq!(caught_up(&before, &read), (after, true));
    }
}
