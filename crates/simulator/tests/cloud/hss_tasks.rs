//! The sync tasks: list, filters, and how they stand as time passes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use simulator::Simulator;

use super::support::*;

fn statuses(cloud: &mut Simulator) -> Vec<i64> {
    sync_tasks(cloud)
        .iter()
        .map(|task| task["task_status"].as_i64().unwrap())
        .collect()
}

fn causes(cloud: &mut Simulator, task: &Value) -> BTreeSet<String> {
    registries_of(cloud, task)
        .iter()
        .filter(|row| row["sync_status"] == "failed")
        .map(|row| row["failed_reason"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn there_are_tens_of_tasks_the_newest_first() {
    let tasks = sync_tasks(&mut cloud());
    let begins: Vec<i64> = tasks
        .iter()
        .map(|task| task["begin_time"].as_i64().unwrap())
        .collect();
    assert!(begins.is_sorted_by(|one, other| one >= other));
    assert!((30..100).contains(&tasks.len()));
}

#[test]
fn the_newest_task_runs_and_all_others_are_over() {
    let statuses = statuses(&mut cloud());
    assert!((0..100).contains(&statuses[0]));
    assert!(
        statuses[1..]
            .iter()
            .all(|status| [100, -1, -2, -3].contains(status))
    );
}

#[test]
fn every_kind_of_end_is_there() {
    let found: BTreeSet<i64> = statuses(&mut cloud())[1..].iter().copied().collect();
    assert_eq!(found, [100, -1, -2, -3].into());
}

#[test]
fn the_newest_task_moves_with_the_clock_until_it_is_done() {
    let mut cloud = cloud();
    let mut seen = Vec::new();
    let mut counted = Vec::new();
    for _ in 0..6 {
        let task = sync_tasks(&mut cloud).remove(0);
        seen.push(task["task_status"].as_i64().unwrap());
        counted.push(causes(&mut cloud, &task).len());
        advance(&mut cloud, 60);
    }
    assert!(seen.is_sorted_by(|one, other| one <= other));
    assert!(seen[0] < seen[2] && seen[2] < seen[4]);
    assert_eq!(seen[5], 100);
    assert!(counted.is_sorted() && counted[0] < counted[4]);
    assert!(counted[5] >= 4, "{counted:?}");
}

#[test]
fn how_a_task_stands_depends_on_the_time_alone() {
    let mut asked = cloud();
    for _ in 0..5 {
        advance(&mut asked, 30);
        sync_tasks(&mut asked);
    }
    let mut jumped = cloud();
    advance(&mut jumped, 150);
    assert_eq!(sync_tasks(&mut asked), sync_tasks(&mut jumped));
}

#[test]
fn a_running_task_has_no_end_and_some_minutes_left() {
    let mut cloud = cloud();
    let running = sync_tasks(&mut cloud).remove(0);
    assert_eq!(
        (&running["end_time"], &running["remain_min"]),
        (&0.into(), &4.into())
    );
    advance(&mut cloud, 300);
    let done = sync_tasks(&mut cloud).remove(0);
    assert!(done["end_time"].as_i64() > done["begin_time"].as_i64());
    assert_eq!(done["remain_min"], 0);
}

#[test]
fn the_counts_of_a_task_are_the_images_of_its_registries() {
    let mut cloud = cloud();
    let address = format!("{HSS}/registries?limit=200&enterprise_project_id=all_granted_eps");
    let images: BTreeMap<String, u64> = page(&mut cloud, &address, 0)
        .0
        .iter()
        .map(|row| {
            let id = row["id"].as_str().unwrap().to_owned();
            (id, row["images_num"].as_u64().unwrap())
        })
        .collect();
    let largest = largest_task(&mut cloud);
    for task in sync_tasks(&mut cloud) {
        if task["task_id"] == largest["task_id"] {
            continue;
        }
        let rows = registries_of(&mut cloud, &task);
        let count = |status: &str| -> u64 {
            let of_status = rows
                .iter()
                .filter(|row| status.is_empty() || row["sync_status"] == status);
            of_status
                .map(|row| images[row["registry_id"].as_str().unwrap()])
                .sum()
        };
        assert_eq!(task["total_num"], count(""), "{task}");
        assert_eq!(task["success_num"], count("finished"), "{task}");
        assert_eq!(task["failed_num"], count("failed"), "{task}");
    }
}

#[test]
fn some_of_the_images_that_failed_are_named() {
    let mut cloud = cloud();
    for task in sync_tasks(&mut cloud) {
        let failed = task["failed_num"].as_u64().unwrap();
        let named = task["failed_images"].as_array().unwrap();
        assert!(named.len() as u64 <= failed && named.len() <= 20, "{task}");
        assert_eq!(named.is_empty(), failed == 0, "{task}");
        let registries = registries_of(&mut cloud, &task);
        for image in named {
            let of = registries
                .iter()
                .find(|row| row["registry_id"] == image["registry_id"]);
            if let Some(registry) = of {
                assert_eq!(registry["sync_status"], "failed");
                assert_eq!(registry["failed_reason"], image["failed_reason"]);
            }
        }
    }
}

#[test]
fn a_task_that_broke_off_has_a_cause_and_no_registries() {
    let mut cloud = cloud();
    let tasks = sync_tasks(&mut cloud);
    let broken = tasks.iter().find(|task| task["task_status"] == -3).unwrap();
    assert!(!broken["failed_reason"].as_str().unwrap().is_empty());
    assert_eq!(registries_of(&mut cloud, broken), Vec::<Value>::new());
}

#[test]
fn the_rest_of_a_task_that_timed_out_stays_running() {
    let mut cloud = cloud();
    let tasks = sync_tasks(&mut cloud);
    let late = tasks.iter().find(|task| task["task_status"] == -2).unwrap();
    let running = |row: &Value| row["sync_status"] == "running";
    assert!(registries_of(&mut cloud, late).iter().any(running));
}

#[test]
fn the_rest_of_a_task_that_was_terminated_has_failed() {
    let mut cloud = cloud();
    let tasks = sync_tasks(&mut cloud);
    let ended = tasks.iter().find(|task| task["task_status"] == -1).unwrap();
    assert!(causes(&mut cloud, ended).contains("TASK_TERMINATED"));
}

fn total(query: &str) -> u64 {
    let address = format!("{HSS}/tasks?type=image_sync&{query}");
    page(&mut cloud(), &address, 0).1
}

#[test]
fn filters_narrow_the_list() {
    let all = total("");
    assert_eq!(
        total("task_type=autoSync") + total("task_type=manualSync"),
        all
    );
    assert_eq!(total("task_status=scanning"), 1);
    assert_eq!(total("task_status=finished"), all - 1);
    assert_eq!(total("task_name=autoSync_"), total("task_type=autoSync"));
    assert_eq!(total(&format!("create_time={}", START - 120_000)), 1);
    assert_eq!(total("end_time=1"), 0);
    assert_eq!(total("task_id=no-such-task"), 0);
}

#[test]
fn one_task_is_found_by_its_id() {
    let mut cloud = cloud();
    let newest = sync_tasks(&mut cloud).remove(0);
    let id = newest["task_id"].as_str().unwrap();
    let address = format!("{HSS}/tasks?type=image_sync&task_id={id}");
    assert_eq!(page(&mut cloud, &address, 0), (vec![newest], 1));
}

#[test]
fn other_families_of_tasks_are_empty() {
    let mut cloud = cloud();
    for query in ["type=image_scan", "type=image_sync&global_image_type=local"] {
        let address = format!("{HSS}/tasks?{query}");
        assert_eq!(page(&mut cloud, &address, 0), (Vec::new(), 0), "{query}");
    }
}

#[test]
fn values_that_are_not_documented_are_invalid() {
    let mut cloud = cloud();
    for query in [
        "",
        "global_image_type=registry",
        "type=",
        "type=sync",
        "type=image_sync&global_image_type=swr",
        "type=image_sync&task_type=auto",
        "type=image_sync&task_status=100",
        "type=image_sync&limit=9",
        "type=image_sync&limit=201",
        "type=image_sync&offset=2000001",
        "type=image_sync&create_time=4070880000001",
        "type=image_sync&task_id=",
    ] {
        let address = format!("{HSS}/tasks?{query}");
        let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
        assert_eq!(refusal(&response), expected(400, "HSS.0001"), "{query}");
    }
}

#[test]
fn the_same_tasks_come_back_with_a_reset() {
    let mut cloud = cloud();
    let first = sync_tasks(&mut cloud);
    let started = start_sync(
        &mut cloud,
        0,
        "",
        &serde_json::json!({ "sync_all_registries": true }),
    );
    assert_eq!(started.status, 200);
    advance(&mut cloud, 600);
    ask(&mut cloud, "POST", "/_simulator/reset", 0, Value::Null);
    // A reset starts the cloud anew, one second later than it began.
    let again = sync_tasks(&mut cloud);
    let ids = |tasks: &[Value]| -> Vec<Value> {
        tasks.iter().map(|task| task["task_id"].clone()).collect()
    };
    assert_eq!(ids(&again), ids(&first));
    assert!((0..100).contains(&again[0]["task_status"].as_i64().unwrap()));
}

#[test]
fn a_query_that_is_ordered_to_fail_fails_as_hss_words_it() {
    let mut cloud = cloud();
    let faults =
        serde_json::json!([{ "path_contains": "/image/tasks", "fate": "status", "status": 500 }]);
    ask(&mut cloud, "POST", "/_simulator/fault", 0, faults);
    let address = format!("{HSS}/tasks?type=image_sync");
    let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
    assert_eq!(refusal(&response), expected(500, "HSS.0041"));
    assert_eq!(ask(&mut cloud, "GET", &address, 0, Value::Null).status, 200);
}
