//! Starting a sync and following it.

use std::collections::BTreeSet;

use cloud_api::hss::{
    EnterpriseProject, ListSyncTasks, ListTaskRegistries, Page, Paging, RegistriesToSync,
    StartImageSync, SyncStatus, SyncTask, TaskId, TaskRegistry, TaskState, TasksBefore,
};
use cloud_api::{Before, Judgement, Mutation, Operation};
use serde_json::{Value, json};
use simulator::Simulator;
use simulator::identities::{ENTERPRISE_PROJECT_ID, PEOPLE, PROJECT_ID, REGION};

use super::support::*;

fn all() -> Value {
    json!({ "sync_all_registries": true })
}

fn pick(registries: Vec<Value>) -> Value {
    json!({ "sync_all_registries": false, "registry_info": registries })
}

/// The tasks that came since, the newest first.
fn new_tasks(cloud: &mut Simulator, before: &[Value]) -> Vec<Value> {
    let known: BTreeSet<String> = before
        .iter()
        .map(|task| task["task_id"].to_string())
        .collect();
    let mut tasks = sync_tasks(cloud);
    tasks.retain(|task| !known.contains(&task["task_id"].to_string()));
    tasks
}

fn names(rows: &[Value]) -> Vec<&str> {
    texts(rows, "registry_name")
}

/// The failed registries of a task, as a start names them.
fn failed_of(cloud: &mut Simulator, task: &Value) -> Vec<Value> {
    registries_of(cloud, task)
        .iter()
        .filter(|row| row["sync_status"] == "failed")
        .map(|row| {
            json!({ "registry_id": row["registry_id"], "registry_type": row["registry_type"] })
        })
        .collect()
}

#[test]
fn the_answer_is_empty_and_the_task_is_the_new_one_in_the_list() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let response = start_sync(&mut cloud, 0, "", &all());
    assert_eq!((response.status, response.body), (200, Vec::new()));
    let new = new_tasks(&mut cloud, &before);
    assert_eq!(new.len(), 1);
    assert_eq!(new[0]["task_status"], 0);
    assert_eq!(new[0]["task_type"], "manualSync");
    assert_eq!(new[0], sync_tasks(&mut cloud)[0]);
}

#[test]
fn a_new_task_goes_from_0_to_done_within_a_minute() {
    let mut cloud = cloud();
    start_sync(&mut cloud, 0, "", &all());
    let mut seen = Vec::new();
    for _ in 0..7 {
        let task = sync_tasks(&mut cloud).remove(0);
        seen.push((
            task["task_status"].as_i64().unwrap(),
            task["failed_num"].as_i64().unwrap(),
        ));
        advance(&mut cloud, 10);
    }
    assert!(seen.is_sorted());
    assert_eq!(seen[0], (0, 0));
    assert!(seen[3].0 > seen[1].0 && seen[3].0 < 100);
    assert!(seen[6].0 == 100 && seen[6].1 > seen[1].1);
}

#[test]
fn all_means_all_of_the_chosen_enterprise_projects() {
    let mut cloud = cloud();
    for (query, expected) in [
        ("", "?limit=200".to_owned()),
        (
            "?enterprise_project_id=all_granted_eps",
            "?limit=200&enterprise_project_id=all_granted_eps".to_owned(),
        ),
        (
            &format!("?enterprise_project_id={ENTERPRISE_PROJECT_ID}"),
            format!("?limit=200&enterprise_project_id={ENTERPRISE_PROJECT_ID}"),
        ),
    ] {
        let before = sync_tasks(&mut cloud);
        assert_eq!(start_sync(&mut cloud, 0, query, &all()).status, 200);
        let (listed, _) = page(&mut cloud, &format!("{HSS}/registries{expected}"), 0);
        let new = new_tasks(&mut cloud, &before).remove(0);
        let rows = registries_of(&mut cloud, &new);
        assert_eq!(names(&rows), names(&listed), "{query}");
    }
}

#[test]
fn picked_registries_alone_are_synchronized() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let picked = vec![named(&mut cloud, "ee-a"), named(&mut cloud, "harbor-a")];
    assert_eq!(start_sync(&mut cloud, 0, "", &pick(picked)).status, 200);
    let new = new_tasks(&mut cloud, &before).remove(0);
    assert_eq!(new["is_all"], false);
    let rows = registries_of(&mut cloud, &new);
    assert_eq!(names(&rows), ["ee-a", "harbor-a"]);
    assert!(rows.iter().all(|row| row["sync_status"] == "running"));
}

#[test]
fn what_failed_is_synchronized_again_and_only_what_cannot_be_reached_fails_again() {
    let mut cloud = cloud();
    advance(&mut cloud, 300);
    let done = sync_tasks(&mut cloud).remove(0);
    let failed = failed_of(&mut cloud, &done);
    let again = start_sync(&mut cloud, 0, "", &pick(failed.clone()));
    assert_eq!(again.status, 200);
    advance(&mut cloud, 60);
    let second = sync_tasks(&mut cloud).remove(0);
    let rows = registries_of(&mut cloud, &second);
    assert_eq!(rows.len(), failed.len());
    let failed_again = failed_of(&mut cloud, &second).len();
    assert!(failed_again > 0 && failed_again < failed.len());
    for row in rows.iter().filter(|row| row["sync_status"] == "failed") {
        assert!(
            ["harbor-b", "ee-b", "registry-lab"].contains(&row["registry_name"].as_str().unwrap())
        );
    }
}

#[test]
fn registries_of_the_largest_task_can_be_synchronized_again() {
    let mut cloud = cloud();
    let largest = largest_task(&mut cloud);
    let failed = failed_of(&mut cloud, &largest);
    assert!(!failed.is_empty());
    assert_eq!(
        start_sync(&mut cloud, 0, "", &pick(failed.clone())).status,
        200
    );
    let newest = sync_tasks(&mut cloud).remove(0);
    assert_eq!(registries_of(&mut cloud, &newest).len(), failed.len());
}

#[test]
fn a_second_sync_beside_a_running_one_is_accepted() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    for _ in 0..2 {
        assert_eq!(start_sync(&mut cloud, 0, "", &all()).status, 200);
    }
    let new = new_tasks(&mut cloud, &before);
    assert_eq!(new.len(), 2);
    assert_ne!(new[0]["task_id"], new[1]["task_id"]);
}

#[test]
fn a_restricted_user_starts_and_sees_the_own_sync() {
    let mut cloud = cloud();
    let query = "?enterprise_project_id=all_granted_eps";
    assert_eq!(start_sync(&mut cloud, CARLA, query, &all()).status, 200);
    let address = format!("{HSS}/tasks{query}&type=image_sync");
    let (rows, total) = page(&mut cloud, &address, CARLA);
    assert_eq!(total, 3);
    let id = rows[0]["task_id"].as_str().unwrap();
    let address = format!("{HSS}/image-sync/tasks/{id}/registries{query}");
    assert_eq!(page(&mut cloud, &address, CARLA).1, 3);
}

#[test]
fn a_start_may_leave_the_region_out_but_not_name_another_one() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let address = format!("{HSS}/image-sync/tasks");
    for region in ["", "eu-nl"] {
        let mut request = incoming("POST", &address, PEOPLE[0].token, &all());
        request
            .headers
            .push(("region".to_owned(), region.to_owned()));
        let response = send(&mut cloud, &request);
        assert_eq!(refusal(&response), expected(400, "HSS.0001"), "{region:?}");
    }
    assert_eq!(sync_tasks(&mut cloud), before);
    let request = incoming("POST", &address, PEOPLE[0].token, &all());
    let response = send(&mut cloud, &request);
    assert_eq!((response.status, response.body), (200, Vec::new()));
    assert_eq!(new_tasks(&mut cloud, &before).len(), 1);
}

#[test]
fn a_body_that_is_not_documented_starts_nothing() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let harbor = named(&mut cloud, "harbor-a");
    let with = |field: &str, value: Value| {
        let mut registry = harbor.clone();
        registry[field] = value;
        pick(vec![registry])
    };
    for (body, code) in [
        (Value::Null, "HSS.0001"),
        (json!([]), "HSS.0001"),
        (json!({ "sync_all_registries": "true" }), "HSS.0001"),
        (json!({ "sync_all_registries": false }), "HSS.0001"),
        (pick(vec![]), "HSS.0001"),
        (pick(vec![json!("r1")]), "HSS.0001"),
        (pick(vec![harbor.clone(), harbor.clone()]), "HSS.0001"),
        (with("registry_type", json!("Jfrog")), "HSS.0001"),
        (with("registry_type", json!("Quay")), "HSS.0001"),
        (with("registry_id", json!("")), "HSS.0001"),
        (with("registry_id", json!("no-such-registry")), "HSS.1019"),
    ] {
        let response = start_sync(&mut cloud, 0, "", &body);
        assert_eq!(refusal(&response), expected(400, code), "{body}");
    }
    assert_eq!(sync_tasks(&mut cloud), before);
}

#[test]
fn a_registry_outside_of_the_chosen_enterprise_project_does_not_exist() {
    let mut cloud = cloud();
    let team = named(&mut cloud, "team-harbor");
    let response = start_sync(&mut cloud, 0, "", &pick(vec![team]));
    assert_eq!(refusal(&response), expected(400, "HSS.1019"));
}

#[test]
fn the_single_fault_starts_what_stands_before_it_and_happens_once() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let picked = pick(vec![
        named(&mut cloud, "harbor-a"),
        named(&mut cloud, "fault-500-once"),
        named(&mut cloud, "ee-a"),
    ]);
    let response = start_sync(&mut cloud, 0, "", &picked);
    assert_eq!(refusal(&response), expected(500, "41"));
    let new = new_tasks(&mut cloud, &before);
    assert_eq!(names(&registries_of(&mut cloud, &new[0])), ["harbor-a"]);
    assert_eq!(start_sync(&mut cloud, 0, "", &picked).status, 200);
}

#[test]
fn a_fault_with_nothing_before_it_starts_nothing() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let picked = pick(vec![named(&mut cloud, "fault-500-always")]);
    for _ in 0..2 {
        let response = start_sync(&mut cloud, 0, "", &picked);
        assert_eq!(refusal(&response), expected(500, "41"));
    }
    assert_eq!(sync_tasks(&mut cloud), before);
}

#[test]
fn the_fault_that_always_happens_leaves_the_single_one_to_come() {
    let mut cloud = cloud();
    let always = named(&mut cloud, "fault-500-always");
    let once = named(&mut cloud, "fault-500-once");
    let both = pick(vec![always, once.clone()]);
    assert_eq!(start_sync(&mut cloud, 0, "", &both).status, 500);
    assert_eq!(start_sync(&mut cloud, 0, "", &pick(vec![once])).status, 500);
}

#[test]
fn the_code_of_a_fault_is_a_number_with_one_text() {
    let mut cloud = cloud();
    let picked = pick(vec![named(&mut cloud, "fault-500-always")]);
    let body = read(&start_sync(&mut cloud, 0, "", &picked));
    assert_eq!(body["error_code"], 41);
    assert!(body["error_description"].is_string() && body["error_msg"].is_null());
}

#[test]
fn a_start_whose_answer_is_lost_has_started_the_sync() {
    let mut cloud = cloud();
    let before = sync_tasks(&mut cloud);
    let faults =
        json!([{ "method": "POST", "path_contains": "/image-sync/tasks", "fate": "drop-after" }]);
    ask(&mut cloud, "POST", "/_simulator/fault", 0, faults);
    let mut request = incoming(
        "POST",
        &format!("{HSS}/image-sync/tasks"),
        PEOPLE[0].token,
        &all(),
    );
    request
        .headers
        .push(("region".to_owned(), "eu-de".to_owned()));
    let reply = cloud.handle(&request, now(), 1.0);
    assert!(matches!(reply.fate, simulator::Fate::Drop));
    assert_eq!(new_tasks(&mut cloud, &before).len(), 1);
}

#[test]
fn a_clock_at_the_beginning_of_time_breaks_nothing() {
    let mut cloud = cloud();
    advance(&mut cloud, i64::MIN);
    assert_eq!(start_sync(&mut cloud, 0, "", &all()).status, 200);
    assert!(!sync_tasks(&mut cloud).is_empty());
}

fn read_tasks(cloud: &mut Simulator) -> Page<SyncTask> {
    let operation =
        ListSyncTasks::first_page(PROJECT_ID.parse().unwrap(), EnterpriseProject::Default);
    ListSyncTasks::decode(&carry(cloud, &operation.request(), 0)).unwrap()
}

fn read_failed(cloud: &mut Simulator, task_id: TaskId) -> Vec<TaskRegistry> {
    let operation = ListTaskRegistries {
        project: PROJECT_ID.parse().unwrap(),
        task_id,
        enterprise_project: EnterpriseProject::Default,
        registry_name: None,
        registry_types: BTreeSet::new(),
        sync_status: Some(SyncStatus::Failed),
        paging: Paging::largest(cloud_api::hss::Offset::default()),
    };
    ListTaskRegistries::decode(&carry(cloud, &operation.request(), 0))
        .unwrap()
        .rows
        .rows
}

/// Starts a sync as the console does, and gives the task that was found to be new.
fn start_and_find(cloud: &mut Simulator, registries: RegistriesToSync) -> SyncTask {
    let before = TasksBefore::of(&read_tasks(cloud));
    let write = Mutation::StartImageSync(StartImageSync {
        project: PROJECT_ID.parse().unwrap(),
        region: REGION.parse().unwrap(),
        enterprise_project: EnterpriseProject::Default,
        registries,
    });
    let known = Before::ImageSyncTasks(before.clone());
    let subject = write.subjects().remove(0);
    let unchanged = carry(cloud, &write.read_back(), 0);
    let judged = |read_back| write.judge(&subject, &known, &read_back);
    assert_eq!(judged(unchanged), Judgement::NotApplied);
    assert_eq!(carry(cloud, &write.request().unwrap(), 0).status, 200);
    let read_back = carry(cloud, &write.read_back(), 0);
    assert!(matches!(judged(read_back), Judgement::PerhapsAnothers(_)));
    let tasks = read_tasks(cloud).rows;
    let new = before.new_among(&tasks);
    assert_eq!(new.len(), 1);
    new[0].clone()
}

#[test]
fn the_console_finds_what_it_started_and_synchronizes_again_what_failed() {
    let mut cloud = cloud();
    let first = start_and_find(&mut cloud, RegistriesToSync::All);
    assert_eq!(first.state(), Some(TaskState::Running(0)));
    advance(&mut cloud, 60);
    let failed = read_failed(&mut cloud, first.id().unwrap());
    let task = read_tasks(&mut cloud).rows.rows.remove(0);
    assert!(task.failed_num > Some(failed.len() as u64));
    let named = task.failed_images.iter().map(|image| &image.registry_id);
    let known = |id: &String| failed.iter().any(|row| row.registry_id == *id);
    assert!(!task.failed_images.is_empty() && named.into_iter().all(known));
    let again: Vec<_> = failed.iter().filter_map(TaskRegistry::to_sync).collect();
    let picked = RegistriesToSync::Picked(again.try_into().unwrap());
    let second = start_and_find(&mut cloud, picked);
    assert_ne!(second.task_id, first.task_id);
    advance(&mut cloud, 60);
    assert!(read_failed(&mut cloud, second.id().unwrap()).len() < failed.len());
}
