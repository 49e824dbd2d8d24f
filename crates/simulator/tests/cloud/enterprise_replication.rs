//! Replication policies of SWR Enterprise and their executions.

use serde_json::{Value, json};

use super::enterprise_support::*;
use super::support::*;

#[test]
fn a_policy_is_created_shown_changed_and_deleted() {
    let mut cloud = small_cloud();
    let body = with(
        policy("new", 16),
        "trigger",
        json!({ "type": "scheduled", "trigger_settings": { "cron": "0 0 2 * * ?" } }),
    );
    let made = ask(
        &mut cloud,
        "POST",
        &at("replication/policies"),
        ANNA,
        body.clone(),
    );
    assert_eq!(made.status, 201);
    let part = format!("replication/policies/{}", read(&made)["id"]);
    let shown = read(&get(&mut cloud, &at(&part), ANNA));
    assert_eq!(
        (&shown["src_registry"]["id"], &shown["dest_registry"]["id"]),
        (&json!(0), &json!(16))
    );
    assert_eq!(shown["trigger"]["trigger_settings"]["cron"], "0 0 2 * * ?");
    assert_eq!(
        write(
            &mut cloud,
            "PUT",
            &part,
            with(body, "enabled", json!(false))
        ),
        200
    );
    assert_eq!(read(&get(&mut cloud, &at(&part), ANNA))["enabled"], false);
    assert_eq!(write(&mut cloud, "DELETE", &part, Value::Null), 204);
    assert_eq!(get(&mut cloud, &at(&part), ANNA).status, 404);
}

#[test]
fn a_policy_that_is_not_whole_is_refused_on_create_and_on_update() {
    let mut cloud = small_cloud();
    let cron = |cron: &str| json!({ "type": "scheduled", "trigger_settings": { "cron": cron } });
    let mut bodies = vec![
        with(policy("x", 16), "src_registry", json!({ "id": 11 })),
        with(policy("x", 16), "dest_registry", Value::Null),
        with(
            policy("x", 16),
            "filters",
            json!([{ "type": "label", "value": "a" }]),
        ),
        with(policy("x", 16), "trigger", json!({ "type": "scheduled" })),
    ];
    for text in [
        "0 2 * * ?",
        "5 0 2 * * ?",
        "0 60 2 * * ?",
        "0 0 24 * * ?",
        "0 0 2 * * ? 2026",
        "0 0/0 * * * ?",
    ] {
        bodies.push(with(policy("x", 16), "trigger", cron(text)));
    }
    for field in ["name", "filters", "repo_scope_mode", "trigger", "enabled"] {
        bodies.push(with(policy("x", 16), field, Value::Null));
    }
    for body in bodies {
        assert_eq!(
            write(&mut cloud, "POST", "replication/policies", body.clone()),
            400,
            "{body}"
        );
        assert_eq!(
            write(&mut cloud, "PUT", "replication/policies/21", body.clone()),
            400,
            "{body}"
        );
    }
    assert_eq!(
        write(&mut cloud, "POST", "replication/policies", policy("x", 999)),
        404
    );
    assert_eq!(
        write(
            &mut cloud,
            "POST",
            "replication/policies",
            policy("to-nl", 16)
        ),
        409
    );
}

#[test]
fn policies_are_listed_by_registry_on_either_side_disabled_ones_too() {
    let mut cloud = small_cloud();
    let found = rows(
        &mut cloud,
        "replication/policies?registry_id=11&order_column=name&order_type=asc",
        "policies",
    );
    assert_eq!(
        texts(&found, "name"),
        ["fault-403-delete", "from-old-harbor", "to-old-harbor"]
    );
}

#[test]
fn an_execution_goes_through_its_states_to_success() {
    let mut cloud = small_cloud();
    let id = run(&mut cloud, 24);
    assert_eq!(execution(&mut cloud, id)["status"], "Initialized");
    for (seconds, status) in [(1, "Pending"), (2, "InProgress"), (60, "Succeed")] {
        advance(&mut cloud, seconds);
        assert_eq!(execution(&mut cloud, id)["status"], status);
    }
    let done = execution(&mut cloud, id);
    assert_eq!(done["total"], done["succeed"]);
    let tasks = rows(
        &mut cloud,
        &format!("replication/executions/{id}/tasks"),
        "tasks",
    );
    assert_eq!(texts(&tasks, "status"), ["Succeed"; 4]);
    let source: Value = serde_json::from_str(tasks[0]["src_resource"].as_str().unwrap()).unwrap();
    assert_eq!(source["metadata"]["repository"]["name"], "library/nginx");
    let part = format!(
        "replication/executions/{id}/tasks/{}/subtasks?status=Succeed",
        tasks[0]["id"]
    );
    assert_eq!(
        texts(&rows(&mut cloud, &part, "sub_tasks"), "status"),
        ["Success"; 6]
    );
}

#[test]
fn an_execution_of_forty_subtasks_is_followed_to_its_end() {
    let mut cloud = small_cloud();
    assert_eq!(execution(&mut cloud, 301)["status"], "InProgress");
    advance(&mut cloud, 700);
    let done = execution(&mut cloud, 301);
    assert_eq!(
        (&done["status"], &done["total"]),
        (&json!("Failed"), &json!(4))
    );
    let tasks = rows(&mut cloud, "replication/executions/301/tasks", "tasks");
    let mut subtasks = 0;
    for task in tasks {
        let part = format!(
            "replication/executions/301/tasks/{}/subtasks?limit=100",
            task["id"]
        );
        subtasks += rows(&mut cloud, &part, "sub_tasks").len();
    }
    assert_eq!(subtasks, 40);
}

#[test]
fn nothing_of_nothing_and_all_failed_are_told_as_failed() {
    let mut cloud = small_cloud();
    let nothing = execution(&mut cloud, 302);
    assert_eq!(
        (&nothing["total"], &nothing["status_text"]),
        (&json!(0), &json!("failed to fetch artifacts"))
    );
    let failed = execution(&mut cloud, 303);
    assert_eq!(
        (&failed["status"], &failed["failed"]),
        (&json!("Failed"), &failed["total"])
    );
}

#[test]
fn a_failure_turns_into_success_within_a_minute() {
    let mut cloud = small_cloud();
    let id = run(&mut cloud, 29);
    advance(&mut cloud, 26);
    assert_eq!(execution(&mut cloud, id)["status"], "Failed");
    advance(&mut cloud, 34);
    assert_eq!(execution(&mut cloud, id)["status"], "Succeed");
}

#[test]
fn what_is_stopped_goes_on_for_some_seconds_and_then_stays_stopped() {
    let mut cloud = small_cloud();
    let part = "replication/executions/301";
    assert_eq!(write(&mut cloud, "PUT", part, Value::Null), 200);
    assert_eq!(execution(&mut cloud, 301)["status"], "InProgress");
    advance(&mut cloud, 5);
    let stopped = execution(&mut cloud, 301);
    assert_eq!(
        (&stopped["status"], &stopped["in_progress"]),
        (&json!("Stopped"), &json!(0))
    );
    advance(&mut cloud, 10_000);
    assert_eq!(execution(&mut cloud, 301), stopped);
    assert_eq!(write(&mut cloud, "PUT", part, Value::Null), 400);
}

#[test]
fn a_policy_is_not_deleted_while_it_runs_and_takes_its_executions_with_it() {
    let mut cloud = small_cloud();
    let policy = "replication/policies/22";
    assert_eq!(write(&mut cloud, "DELETE", policy, Value::Null), 400);
    write(&mut cloud, "PUT", "replication/executions/301", Value::Null);
    advance(&mut cloud, 5);
    assert_eq!(write(&mut cloud, "DELETE", policy, Value::Null), 204);
    let left = rows(
        &mut cloud,
        "replication/executions?policy_id=22",
        "executions",
    );
    assert!(left.is_empty());
}

#[test]
fn a_disabled_or_unknown_policy_cannot_be_started() {
    let mut cloud = small_cloud();
    for (id, status) in [(json!(23), 400), (json!(999), 404), (json!("21"), 400)] {
        let body = json!({ "policy_id": id });
        assert_eq!(
            write(&mut cloud, "POST", "replication/executions", body),
            status
        );
    }
}

#[test]
fn a_refused_deletion_of_a_policy_carries_an_encoded_message_and_changes_nothing() {
    let mut cloud = small_cloud();
    let address = at("replication/policies/27");
    let response = ask(&mut cloud, "DELETE", &address, ANNA, Value::Null);
    assert_eq!(response.status, 403);
    assert!(read(&response)["encoded_authorization_message"].is_string());
    assert_eq!(get(&mut cloud, &address, ANNA).status, 200);
}

#[test]
fn a_clock_at_the_beginning_of_time_breaks_nothing() {
    let mut cloud = small_cloud();
    run(&mut cloud, 24);
    advance(&mut cloud, i64::MIN);
    assert!(!rows(&mut cloud, "replication/executions", "executions").is_empty());
    rows(&mut cloud, "replication/executions/301/tasks", "tasks");
}
