//! Sync tasks: what is sent, what an answer says, what undoes a write.

use cloud_api::swr::{
    CreateSyncTask, DeleteSyncTask, ListSyncTasks, SyncTarget, SyncTask, TargetRegionError,
};
use cloud_api::{
    ApiError, Before, Inverse, Loss, Manner, Meaning, Method, Mutation, Operation, RegionId,
    Subject, TextError, Why,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const TASKS: &str = "/v2/manage/namespaces/acme-web/repos/shop%24api/sync_repo";
const GONE: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4001158","errorMessage":"not exist"}]}"#;

fn target() -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read("acme-web-nl"),
    }
}

fn create(automatic: bool, overwrite: bool) -> Mutation {
    Mutation::CreateSyncTask(CreateSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
        automatic,
        overwrite,
    })
}

fn delete() -> Mutation {
    Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
    })
}

fn subject() -> Subject {
    Subject::sync_task(&read("acme-web/shop/api"), &target())
}

fn row(region: &str, organization: &str, automatic: bool, overwrite: bool) -> String {
    json!({
        "id": 45, "namespace": "acme-web", "repoName": "shop/api", "remoteRegionId": region,
        "remoteNamespace": organization, "syncAuto": automatic, "override": overwrite,
        "domainID": "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10", "domainName": "ACME-EU",
        "createdAt": "2026-04-17T02:11:03.53183Z", "updatedAt": "2026-04-17T02:11:03.531831Z",
    })
    .to_string()
}

fn tasks(body: &str) -> Vec<SyncTask> {
    match ListSyncTasks::decode(&answer(200, body)) {
        Ok(tasks) => tasks.rows,
        Err(error) => panic!("{error}"),
    }
}

use crate::support::Verdict::{self, Applied, CannotTell, NotApplied};

use crate::support::{answer, read};

fn verdict(mutation: &Mutation, status: u16, body: &str) -> Verdict {
    mutation
        .judge(&subject(), &Before::Nothing, &answer(status, body))
        .into()
}

#[test]
fn deleting_names_the_target_in_the_body() {
    let request = delete().request().unwrap();
    assert_eq!(
        (request.method(), request.path_and_query()),
        (Method::Delete, TASKS.to_owned())
    );
    assert_eq!(
        serde_json::from_slice::<Value>(&request.body).unwrap(),
        json!({ "remoteRegionId": "eu-nl", "remoteNamespace": "acme-web-nl" })
    );
}

#[test]
fn making_always_says_whether_it_is_automatic() {
    for (automatic, overwrite) in [(true, false), (false, true)] {
        let request = create(automatic, overwrite).request().unwrap();
        assert_eq!(
            serde_json::from_slice::<Value>(&request.body).unwrap(),
            json!({
                "remoteRegionId": "eu-nl", "remoteNamespace": "acme-web-nl",
                "syncAuto": automatic, "override": overwrite,
            })
        );
    }
}

#[test]
fn both_writes_read_the_tasks_back() {
    for mutation in [create(true, false), delete()] {
        let request = mutation.read_back();
        assert_eq!(
            (
                request.method(),
                request.path_and_query(),
                request.body.len()
            ),
            (Method::Get, TASKS.to_owned(), 0)
        );
    }
}

#[test]
fn both_writes_act_on_the_task_and_only_deleting_wants_it_gone() {
    for (mutation, manner) in [
        (create(true, false), Manner::Change),
        (delete(), Manner::Remove),
    ] {
        assert_eq!(mutation.subjects(), [subject()]);
        assert_eq!(
            mutation.parts(&[subject()]),
            std::slice::from_ref(&mutation)
        );
        assert_eq!(mutation.parts(&[]), []);
        assert_eq!(mutation.manner(), manner);
    }
}

#[test]
fn the_written_forms_stay_as_they_are() {
    let target = json!({ "region": "eu-nl", "organization": "acme-web-nl" });
    assert_eq!(
        json!([create(true, false), delete()]),
        json!([
            { "operation": "swr.create_sync_task", "parameters": {
                "repository": "acme-web/shop/api", "target": target,
                "automatic": true, "overwrite": false,
            } },
            { "operation": "swr.delete_sync_task", "parameters": {
                "repository": "acme-web/shop/api", "target": target,
            } },
        ])
    );
    assert_eq!(
        json!(subject()),
        json!({
            "kind": "sync_task", "of": { "repository": "acme-web/shop/api" },
            "id": "eu-nl/acme-web-nl",
        })
    );
}

#[test]
fn the_writes_read_the_same_after_a_round_through_json() {
    for mutation in [create(false, true), delete()] {
        let read = serde_json::to_string(&mutation).and_then(|text| serde_json::from_str(&text));
        assert_eq!(read.ok(), Some(mutation));
    }
}

#[test]
fn a_hostile_or_unknown_parameter_is_refused() {
    for (place, value) in [
        ("region", json!("eu-nl/../../x")),
        ("organization", json!("a\u{0}b")),
        ("host", json!("evil.example")),
    ] {
        let mut written = json!(delete());
        written["parameters"]["target"][place] = value;
        assert!(
            serde_json::from_value::<Mutation>(written).is_err(),
            "{place}"
        );
    }
}

#[test]
fn a_list_is_read_with_all_that_is_shown() {
    let body = format!("[{}]", row("eu-nl", "acme-web-nl", true, false));
    let task = &tasks(&body)[0];
    assert_eq!(task.target(), Some(target()));
    assert_eq!((task.automatic, task.overwrite), (Some(true), Some(false)));
    assert_eq!(
        (task.created_at.as_str(), task.updated_at.as_str()),
        ("2026-04-17T02:11:03.53183Z", "2026-04-17T02:11:03.531831Z")
    );
}

#[test]
fn a_list_that_is_null_is_empty() {
    assert_eq!(tasks("null"), []);
}

#[test]
fn a_row_without_fields_is_read_and_has_no_target() {
    let rows = tasks("[{}]");
    assert_eq!((rows.len(), rows[0].target()), (1, None));
}

#[test]
fn a_row_with_a_hostile_target_is_shown_and_cannot_be_deleted() {
    let body = format!("[{}]", row("eu-nl", "<b>acme</b>", true, false));
    let rows = tasks(&body);
    assert_eq!(rows[0].target_organization, "<b>acme</b>");
    assert_eq!(rows[0].target(), None);
}

#[test]
fn a_task_that_is_gone_is_told_from_an_invalid_request_by_its_code() {
    for (status, body) in [(400, GONE), (404, GONE)] {
        let error = ApiError::from_response(&answer(status, body));
        assert_eq!(error.meaning(), Some(Meaning::AlreadyGone), "{status}");
    }
}

#[test]
fn tasks_are_judged_by_target_and_settings() {
    let list = |rows: &[String]| format!("[{}]", rows.join(","));
    let wanted = row("eu-nl", "acme-web-nl", true, false);
    let other_settings = row("eu-nl", "acme-web-nl", true, true);
    let elsewhere = row("eu-nl", "acme-web", true, false);
    let other_region = row("eu-west-101", "acme-web-nl", true, false);
    let unsaid = r#"{"remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl"}"#.to_owned();
    let nameless = r#"{"id":45,"syncAuto":true}"#.to_owned();
    let cases = [
        ("[]".to_owned(), NotApplied, Applied),
        ("null".to_owned(), NotApplied, Applied),
        (
            list(&[elsewhere.clone(), other_region]),
            NotApplied,
            Applied,
        ),
        (list(&[elsewhere, wanted.clone()]), Applied, NotApplied),
        (list(&[other_settings]), NotApplied, NotApplied),
        (list(&[unsaid]), CannotTell, NotApplied),
        (
            list(std::slice::from_ref(&nameless)),
            CannotTell,
            CannotTell,
        ),
        (list(&[nameless, wanted]), Applied, NotApplied),
    ];
    for (body, created, deleted) in cases {
        let verdicts = [create(true, false), delete()].map(|write| verdict(&write, 200, &body));
        assert_eq!(verdicts, [created, deleted], "{body}");
    }
}

#[test]
fn a_repository_that_is_gone_took_its_tasks_along() {
    let body = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"m"}]}"#;
    let verdicts = [create(true, false), delete()].map(|write| verdict(&write, 404, body));
    assert_eq!(verdicts, [NotApplied, Applied]);
}

#[test]
fn answers_of_another_shape_and_refusals_tell_nothing() {
    for (status, body) in [
        (200, ""),
        (200, "{}"),
        (200, "7"),
        (200, "[null]"),
        (200, "<html>"),
        (401, r#"{"error_code":"APIGW.0301","error_msg":"m"}"#),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#,
        ),
        (404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#),
        (404, ""),
        (500, "[]"),
    ] {
        for mutation in [create(true, false), delete()] {
            assert_eq!(
                verdict(&mutation, status, body),
                CannotTell,
                "{status} {body} {mutation:?}"
            );
        }
    }
}

proptest! {
    #[test]
    fn a_task_is_never_judged_deleted_while_a_row_has_its_target(
        others in prop::collection::vec("[a-z]{1,5}", 0..4),
        automatic in any::<bool>(),
        overwrite in any::<bool>(),
    ) {
        let mut rows: Vec<String> =
            others.iter().map(|name| row(name, name, automatic, overwrite)).collect();
        rows.push(row("eu-nl", "acme-web-nl", automatic, overwrite));
        let body = format!("[{}]", rows.join(","));
        prop_assert_eq!(verdict(&delete(), 200, &body), NotApplied);
    }

    #[test]
    fn no_answer_makes_reading_or_judging_panic(status in any::<u16>(), body in any::<String>()) {
        for mutation in [create(true, false), delete()] {
            verdict(&mutation, status, &body);
        }
    }
}

#[test]
fn undoing_a_deletion_makes_the_task_as_it_was_and_loses_what_was_pushed_meanwhile() {
    let body = format!(
        "[{},{}]",
        row("eu-nl", "other", false, false),
        row("eu-nl", "acme-web-nl", true, true)
    );
    assert_eq!(
        delete().inverse(&Before::SyncTasks(tasks(&body))),
        Inverse::Partly {
            calls: vec![create(true, true)],
            lost: Loss::PushedMeanwhile,
        }
    );
}

#[test]
fn undoing_the_deletion_of_a_task_that_was_not_automatic_loses_nothing() {
    let body = format!("[{}]", row("eu-nl", "acme-web-nl", false, true));
    assert_eq!(
        delete().inverse(&Before::SyncTasks(tasks(&body))),
        Inverse::Exact(vec![create(false, true)])
    );
}

#[test]
fn a_deletion_is_not_undone_by_guessing() {
    let without_settings = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl"}]"#;
    let elsewhere = format!("[{}]", row("eu-nl", "acme-web", true, true));
    for before in [
        Before::Nothing,
        Before::SyncTasks(Vec::new()),
        Before::SyncTasks(tasks(without_settings)),
        Before::SyncTasks(tasks(&elsewhere)),
    ] {
        assert_eq!(delete().inverse(&before), Inverse::None(Why::NotRead));
    }
}

#[test]
fn undoing_a_creation_deletes_the_task() {
    let elsewhere = format!("[{}]", row("eu-nl", "acme-web", true, true));
    assert_eq!(
        create(true, true).inverse(&Before::SyncTasks(tasks(&elsewhere))),
        Inverse::Exact(vec![delete()])
    );
}

#[test]
fn undoing_a_creation_never_deletes_a_task_that_was_there_before() {
    let body = format!("[{}]", row("eu-nl", "acme-web-nl", false, false));
    assert_eq!(
        create(true, true).inverse(&Before::SyncTasks(tasks(&body))),
        Inverse::None(Why::ThereBefore)
    );
}

#[test]
fn a_creation_is_not_undone_when_nobody_looked_before() {
    assert_eq!(
        create(true, true).inverse(&Before::Nothing),
        Inverse::None(Why::NotRead)
    );
}

#[test]
fn what_was_read_before_reads_the_same_after_a_round_through_json() {
    let body = format!("[{},{{}}]", row("eu-nl", "acme-web-nl", false, true));
    let before = Before::SyncTasks(tasks(&body));
    let read = serde_json::to_string(&before).and_then(|text| serde_json::from_str(&text));
    assert_eq!(read.ok(), Some(before));
}

#[test]
fn a_target_region_is_another_region() {
    let source: RegionId = read("eu-de");
    assert_eq!(
        SyncTarget::region_outside(&source, "eu-nl"),
        Ok(read("eu-nl"))
    );
    assert_eq!(
        SyncTarget::region_outside(&source, "eu-de"),
        Err(TargetRegionError::SameAsSource(source.clone()))
    );
    assert_eq!(
        SyncTarget::region_outside(&source, ""),
        Err(TargetRegionError::NoRegion(TextError::Empty))
    );
}
