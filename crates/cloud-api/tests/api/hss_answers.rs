//! What HSS answers: as documented, with fields missing, and of other types than documented.

use cloud_api::hss::{
    AccessStatus, FailReason, FailedImage, ListRegistries, ListSyncTasks, ListTaskRegistries, Page,
    Registry, RegistryStatistics, RegistryType, ShowRegistryStatistics, SyncStatus, SyncTask,
    SyncTaskKind, TaskRegistry, TaskState,
};
use cloud_api::{ApiError, Meaning, Operation, Timestamp};
use proptest::prelude::*;

use crate::support::{answer, decoded};

/// The tasks of a list with these rows.
pub fn tasks(rows: &str) -> Vec<SyncTask> {
    decoded::<ListSyncTasks>(&format!(r#"{{"data_list":{rows}}}"#))
        .rows
        .rows
}

fn registries_of_task(rows: &str) -> Vec<TaskRegistry> {
    decoded::<ListTaskRegistries>(&format!(r#"{{"data_list":{rows}}}"#))
        .rows
        .rows
}

#[test]
fn the_documented_registry_of_a_task_is_read() {
    let body = r#"{ "total_num" : 1, "data_list" : [ { "registry_id" : "mock-registry-id-swr-private", "registry_name" : "Swr-private", "registry_type" : "SwrPrivate", "sync_status" : "finished" } ] }"#;
    let expected = TaskRegistry {
        registry_id: "mock-registry-id-swr-private".to_owned(),
        registry_name: "Swr-private".to_owned(),
        registry_type: "SwrPrivate".to_owned(),
        sync_status: "finished".to_owned(),
        failed_reason: String::new(),
    };
    assert_eq!(
        decoded::<ListTaskRegistries>(body),
        Page {
            rows: vec![expected].into(),
            total: Some(1),
        }
    );
}

#[test]
fn the_three_registries_of_the_example_stand_in_three_ways() {
    let rows = registries_of_task(
        r#"[
        {"registry_id":"8a1f0c2e-3b4d-4e5f-9a6b-7c8d9e0f1a2b","registry_name":"Swr-private","registry_type":"SwrPrivate","sync_status":"finished"},
        {"registry_id":"9b2a1d3f-4c5e-4f60-8b7c-8d9e0f1a2b3c","registry_name":"harbor-a","registry_type":"Harbor","sync_status":"failed","failed_reason":"REQUEST_API_ERROR"},
        {"registry_id":"ac3b2e40-5d6f-4071-9c8d-9e0f1a2b3c4d","registry_name":"ee-a","registry_type":"SwrEnterprise","sync_status":"running","failed_reason":""}]"#,
    );
    let stand: Vec<_> = rows
        .iter()
        .map(|row| (row.known_type(), row.status(), row.failed_reason.as_str()))
        .collect();
    assert_eq!(
        stand,
        [
            (
                Some(RegistryType::SwrPrivate),
                Some(SyncStatus::Finished),
                ""
            ),
            (
                Some(RegistryType::Harbor),
                Some(SyncStatus::Failed),
                "REQUEST_API_ERROR"
            ),
            (
                Some(RegistryType::SwrEnterprise),
                Some(SyncStatus::Running),
                ""
            ),
        ]
    );
}

const TASKS: &str = r#"{"total_num":2,"data_list":[
 {"task_id":"d4c3b2a1-0f9e-4d8c-b7a6-5f4e3d2c1b0a","task_name":"manualSync_1732060800","task_type":"manualSync","sync_task_type":"manualSync","image_type":"registry","task_status":60,"begin_time":1795132800000,"end_time":0,"remain_min":3,"is_all":true,"total_num":3,"success_num":1,"failed_num":1,"failed_images":[]},
 {"task_id":"e5d4c3b2-1a0f-4e9d-8c7b-6a5f4e3d2c1b","task_name":"autoSync_1731974400","task_type":"autoSync","image_type":"registry","task_status":100,"begin_time":1795046400000,"end_time":1795046700000,"remain_min":0,"is_all":true,"total_num":3,"success_num":3,"failed_num":0,"failed_reason":"","failed_images":[]}]}"#;

#[test]
fn the_running_task_of_the_example_is_read() {
    let page = decoded::<ListSyncTasks>(TASKS);
    let expected = SyncTask {
        task_id: "d4c3b2a1-0f9e-4d8c-b7a6-5f4e3d2c1b0a".to_owned(),
        task_name: "manualSync_1732060800".to_owned(),
        task_type: "manualSync".to_owned(),
        sync_task_type: "manualSync".to_owned(),
        task_status: Some(60),
        begin_time: Some(Timestamp::from_milliseconds(1_795_132_800_000)),
        end_time: None,
        remain_min: Some(3),
        total_num: Some(3),
        success_num: Some(1),
        failed_num: Some(1),
        failed_images: Vec::new().into(),
        failed_reason: String::new(),
    };
    assert_eq!((page.total, &page.rows[0]), (Some(2), &expected));
    assert_eq!(page.rows[0].state(), Some(TaskState::Running(60)));
    assert_eq!(page.rows[0].kind(), Some(SyncTaskKind::Manual));
}

#[test]
fn the_finished_task_of_the_example_is_read() {
    let page = decoded::<ListSyncTasks>(TASKS);
    let task = &page.rows[1];
    assert_eq!(task.state(), Some(TaskState::Done));
    assert_eq!(task.kind(), Some(SyncTaskKind::Automatic));
    assert_eq!(
        task.end_time,
        Some(Timestamp::from_milliseconds(1_795_046_700_000))
    );
}

#[test]
fn the_images_that_failed_in_a_task_are_named() {
    let rows = tasks(
        r#"[{"total_num":40,"failed_num":2,"failed_images":[
            {"id":7,"registry_id":"r1","registry_name":"harbor-a","registry_type":"Harbor","image_name":"api","image_version":"1.2","namespace":"shop","failed_reason":"REQUEST_API_ERROR"},
            null,
            {"image_name":"web","namespace":null,"image_version":null}]}]"#,
    );
    let failed = &rows[0].failed_images;
    let expected = FailedImage {
        registry_id: "r1".to_owned(),
        registry_name: "harbor-a".to_owned(),
        registry_type: "Harbor".to_owned(),
        namespace: "shop".to_owned(),
        image_name: "api".to_owned(),
        image_version: "1.2".to_owned(),
        failed_reason: "REQUEST_API_ERROR".to_owned(),
    };
    assert_eq!((&failed[0], failed.left_out), (&expected, 1));
    let names: Vec<String> = failed.iter().map(FailedImage::whole_name).collect();
    assert_eq!(names, ["shop/api:1.2", "web"]);
}

#[test]
fn images_that_failed_in_another_form_spoil_no_list_of_tasks() {
    for odd in ["7", "{}", r#""none""#] {
        let rows = tasks(&format!(r#"[{{"task_id":"a","failed_images":{odd}}}]"#));
        assert_eq!(
            (&*rows[0].task_id, rows[0].failed_images.left_out),
            ("a", 1)
        );
    }
}

#[test]
fn a_hundred_registries_of_a_task_may_be_more_because_no_more_are_ever_counted() {
    let total = |told: u64| {
        let body = format!(r#"{{"total_num":{told},"data_list":[{{}}]}}"#);
        decoded::<ListTaskRegistries>(&body).total
    };
    assert_eq!([99, 100, 101].map(total), [Some(99), None, Some(101)]);
}

#[test]
fn the_documented_causes_are_known_by_their_exact_words() {
    for reason in FailReason::ALL {
        assert_eq!(FailReason::named(reason.name()), Some(reason));
    }
    for other in ["", "server_error", "SERVER_ERROR ", "TASK_TERMINATED"] {
        assert_eq!(FailReason::named(other), None);
    }
}

#[test]
fn the_registry_of_the_example_is_read() {
    let body = r#"{"total_num":1,"data_list":[{"id":"9b2a1d3f-4c5e-4f60-8b7c-8d9e0f1a2b3c","registry_name":"harbor-a","registry_type":"Harbor","api_version":"V2","protocol":"https","registry_addr":"harbor.acme.example","registry_username":"robot","namespace":"","connect_cluster_id":"f6e5d4c3-2b1a-4f0e-9d8c-7b6a5f4e3d2c","get_scan_image_channel":"Swr","status":"fail","fail_reason":"REQUEST_API_ERROR","images_num":42,"latest_sync_time":1795046700000}]}"#;
    let page = decoded::<ListRegistries>(body);
    let expected = Registry {
        id: "9b2a1d3f-4c5e-4f60-8b7c-8d9e0f1a2b3c".to_owned(),
        registry_name: "harbor-a".to_owned(),
        registry_type: "Harbor".to_owned(),
        registry_addr: "harbor.acme.example".to_owned(),
        status: "fail".to_owned(),
        fail_reason: "REQUEST_API_ERROR".to_owned(),
        images_num: Some(42),
        latest_sync_time: Some(Timestamp::from_milliseconds(1_795_046_700_000)),
    };
    assert_eq!(page.rows.rows, [expected]);
    assert_eq!(page.rows[0].access(), Some(AccessStatus::Fail));
}

#[test]
fn the_statistics_of_the_example_are_read() {
    assert_eq!(
        decoded::<ShowRegistryStatistics>(r#"{"success_num":2,"fail_num":1}"#),
        RegistryStatistics {
            success_num: Some(2),
            fail_num: Some(1),
        }
    );
}

#[test]
fn unknown_words_are_kept_as_they_are() {
    let rows =
        registries_of_task(r#"[{"registry_type":"Quay","sync_status":"skipped-by-policy"}]"#);
    let row = &rows[0];
    assert_eq!((row.known_type(), row.status()), (None, None));
    assert_eq!(
        (row.registry_type.as_str(), row.sync_status.as_str()),
        ("Quay", "skipped-by-policy")
    );
}

#[test]
fn words_are_known_by_their_exact_letters_only() {
    for word in ["Finished", "finished ", "FAILED", ""] {
        assert_eq!(SyncStatus::named(word), None, "{word:?}");
    }
    for word in ["harbor", "JFrog", ""] {
        assert_eq!(RegistryType::named(word), None, "{word:?}");
    }
}

#[test]
fn every_known_word_is_found_by_its_name() {
    for status in SyncStatus::ALL {
        assert_eq!(SyncStatus::named(status.name()), Some(status));
    }
    for kind in RegistryType::ALL {
        assert_eq!(RegistryType::named(kind.name()), Some(kind));
    }
    for status in AccessStatus::ALL {
        assert_eq!(AccessStatus::named(status.name()), Some(status));
    }
}

#[test]
fn numbers_may_stand_where_text_is_documented_and_the_other_way_round() {
    let rows = tasks(
        r#"[{"task_id":7,"task_name":-1,"begin_time":"1795132800000","total_num":"3","failed_num":1.0}]"#,
    );
    let task = &rows[0];
    assert_eq!(
        (task.task_id.as_str(), task.task_name.as_str()),
        ("7", "-1")
    );
    assert_eq!(
        task.begin_time,
        Some(Timestamp::from_milliseconds(1_795_132_800_000))
    );
    assert_eq!((task.total_num, task.failed_num), (Some(3), Some(1)));
}

#[test]
fn fields_that_are_missing_or_null_are_empty() {
    let row = r#"{"task_id":null,"task_name":null,"task_type":null,"task_status":null,"begin_time":null,"total_num":null,"failed_reason":null,"failed_images":null}"#;
    assert_eq!(
        tasks(&format!("[{{}},{row}]")),
        [SyncTask::default(), SyncTask::default()]
    );
    let row = r#"{"registry_id":null,"sync_status":null,"failed_reason":null}"#;
    assert_eq!(
        registries_of_task(&format!("[{{}},{row}]")),
        [TaskRegistry::default(), TaskRegistry::default()]
    );
}

#[test]
fn counts_and_times_that_cannot_be_are_none() {
    let rows = tasks(
        r#"[{"total_num":-1,"success_num":18446744073709551615,"begin_time":-5,"end_time":0}]"#,
    );
    assert_eq!(rows, [SyncTask::default()]);
}

#[test]
fn a_list_that_is_null_or_missing_is_empty() {
    for body in ["{}", r#"{"total_num":null,"data_list":null}"#] {
        assert_eq!(
            decoded::<ListSyncTasks>(body),
            Page {
                rows: Vec::new().into(),
                total: None,
            }
        );
    }
}

#[test]
fn a_registry_of_an_unknown_type_or_without_id_cannot_be_synchronized() {
    let rows = registries_of_task(
        r#"[{"registry_id":"r1","registry_type":"Quay"},{"registry_id":"","registry_type":"Harbor"},{"registry_id":"r1","registry_type":"Harbor"}]"#,
    );
    let can: Vec<bool> = rows.iter().map(|row| row.to_sync().is_some()).collect();
    assert_eq!(can, [false, false, true]);
}

fn is_unreadable<O: Operation>(body: &str) -> bool {
    matches!(O::decode(&answer(200, body)), Err(ApiError::Unreadable(_)))
}

#[test]
fn answers_of_another_shape_are_unreadable() {
    for body in [
        "",
        "[]",
        "null",
        r#"{"data_list":7}"#,
        r#"{"data_list":{}}"#,
        r#"{"data_list":[]"#,
    ] {
        assert!(is_unreadable::<ListTaskRegistries>(body), "{body}");
    }
}

#[test]
fn a_web_page_in_place_of_a_list_is_not_the_services_answer() {
    for page in ["<html>", " \n<!DOCTYPE html>", "\u{feff}<html>"] {
        let read = ListTaskRegistries::decode(&answer(200, page));
        let meaning = read.map_err(|error| error.meaning());
        assert_eq!(meaning, Err(Some(Meaning::NotTheService)), "{page}");
    }
}

proptest! {
    #[test]
    fn any_task_with_scalars_for_fields_is_read(
        status in any::<i64>(),
        begin in any::<i64>(),
        total in any::<u64>(),
        success in any::<f64>(),
        name in ".{0,40}",
    ) {
        let row = serde_json::json!({
            "task_id": total,
            "task_name": name,
            "task_status": status,
            "begin_time": begin,
            "total_num": total,
            "success_num": success,
        });
        let rows = tasks(&format!("[{row}]"));
        prop_assert_eq!(rows[0].task_status, Some(status));
        prop_assert_eq!(&rows[0].task_name, &name);
        prop_assert_eq!(rows[0].begin_time.is_some(), begin > 0);
    }
}
