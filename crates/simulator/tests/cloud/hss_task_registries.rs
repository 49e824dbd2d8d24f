//! The registries of a task: paging, filters, causes.

use std::collections::BTreeSet;

use serde_json::Value;
use simulator::Simulator;

use super::support::*;

/// The address of the largest task's registries.
fn largest(cloud: &mut Simulator) -> String {
    let largest = largest_task(cloud);
    let id = largest["task_id"].as_str().unwrap();
    format!("{HSS}/image-sync/tasks/{id}/registries")
}

fn failed(rows: &[Value]) -> Vec<&Value> {
    rows.iter()
        .filter(|row| row["sync_status"] == "failed")
        .collect()
}

#[test]
fn five_thousand_registries_come_a_hundred_at_once_though_more_are_asked_for() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let mut ids = BTreeSet::new();
    for offset in (0..5_000).step_by(100) {
        let (rows, total) = page(
            &mut cloud,
            &format!("{address}?limit=200&offset={offset}"),
            0,
        );
        assert_eq!((rows.len(), total), (100, 5_000));
        ids.extend(
            rows.iter()
                .map(|row| row["registry_id"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(ids.len(), 5_000);
}

#[test]
fn without_a_limit_ten_rows_come() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let (rows, total) = page(&mut cloud, &address, 0);
    assert_eq!((rows.len(), total), (10, 5_000));
}

#[test]
fn two_types_and_a_status_are_filtered_together() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let query = "registry_type=SwrPrivate,SwrEnterprise&sync_status=failed&limit=200";
    let (rows, total) = page(&mut cloud, &format!("{address}?{query}"), 0);
    assert_eq!(rows.len() as u64, total.min(100));
    assert!(total > 0);
    for row in &rows {
        assert!(["SwrPrivate", "SwrEnterprise"].contains(&row["registry_type"].as_str().unwrap()));
        assert_eq!(row["sync_status"], "failed");
    }
}

#[test]
fn the_statuses_add_up_to_the_whole() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let mut sum = 0;
    for status in ["finished", "running", "failed"] {
        sum += page(&mut cloud, &format!("{address}?sync_status={status}"), 0).1;
    }
    assert_eq!(sum, 5_000);
}

#[test]
fn a_part_of_a_name_is_found() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let (rows, total) = page(&mut cloud, &format!("{address}?registry_name=app-4999"), 0);
    assert_eq!(total, 1);
    assert_eq!(rows[0]["registry_name"], "archive/app-4999");
}

#[test]
fn values_that_are_not_documented_are_invalid() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let long = "n".repeat(129);
    for query in [
        "limit=9",
        "limit=201",
        "limit=10.0",
        "offset=-1",
        "offset=2000001",
        "registry_type=Quay",
        "registry_type=Harbor,Quay",
        "sync_status=success",
        "sync_status=finished,failed",
        "registry_name=",
        &format!("registry_name={long}"),
    ] {
        let response = ask(
            &mut cloud,
            "GET",
            &format!("{address}?{query}"),
            0,
            Value::Null,
        );
        assert_eq!(refusal(&response), expected(400, "HSS.0001"), "{query}");
    }
}

#[test]
fn the_ends_of_the_ranges_are_taken() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    for query in ["limit=10", "limit=200", "offset=0", "offset=2000000"] {
        page(&mut cloud, &format!("{address}?{query}"), 0);
    }
}

#[test]
fn a_finished_row_has_no_cause_a_running_one_an_empty_one_a_failed_one_its_own() {
    let mut cloud = cloud();
    let newest = sync_tasks(&mut cloud).remove(0);
    for row in registries_of(&mut cloud, &newest) {
        let cause = row.get("failed_reason").and_then(Value::as_str);
        match row["sync_status"].as_str().unwrap() {
            "finished" => assert_eq!(cause, None, "{row}"),
            "running" => assert_eq!(cause, Some(""), "{row}"),
            _ => assert!(cause.is_some_and(|cause| !cause.is_empty()), "{row}"),
        }
    }
}

#[test]
fn some_causes_are_shared_by_many_registries() {
    let mut cloud = cloud();
    let address = largest(&mut cloud);
    let (rows, total) = page(
        &mut cloud,
        &format!("{address}?sync_status=failed&limit=200"),
        0,
    );
    let causes: BTreeSet<&str> = failed(&rows)
        .iter()
        .map(|row| row["failed_reason"].as_str().unwrap())
        .collect();
    assert_eq!(total, 200);
    assert!((2..20).contains(&causes.len()), "{causes:?}");
}

#[test]
fn causes_that_would_do_harm_and_an_unknown_status_are_given_as_they_are() {
    let mut cloud = cloud();
    let mut seen = BTreeSet::new();
    for task in sync_tasks(&mut cloud) {
        for row in registries_of(&mut cloud, &task) {
            for field in ["sync_status", "failed_reason"] {
                seen.insert(row[field].as_str().unwrap_or_default().to_owned());
            }
        }
    }
    for text in [
        "<script>alert(1)</script>",
        "=HYPERLINK(\"http://evil.invalid\")",
        "left\u{202E}thgir\u{0007}\tend",
        "skipped-by-policy",
    ] {
        assert!(seen.contains(text), "{text:?}");
    }
}
