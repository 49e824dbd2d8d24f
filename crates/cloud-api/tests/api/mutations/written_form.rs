//! Writes as JSON: names and shapes that stay, and what is refused.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use cloud_api::hss::{Page, SyncTask, TasksBefore};
use cloud_api::swr::{AccessRow, RepositoryCategory};
use cloud_api::{Before, Mutation, Subject, Timestamp};

use sample_writes::*;

use super::support::*;

#[test]
fn every_write_reads_the_same_after_a_round_through_json() {
    for mutation in each() {
        let read = serde_json::to_string(&mutation).and_then(|text| serde_json::from_str(&text));
        assert_eq!(read.ok(), Some(mutation));
    }
}

#[test]
fn every_subject_reads_the_same_after_a_round_through_json() {
    for subject in [
        organization(),
        organization_grant_of(ANNA),
        repository(),
        grant_of(ANNA),
        visibility(),
        image_sync(),
        Subject::image_member(&read(IMAGE), &project(PARTNER)),
    ] {
        let read = serde_json::to_string(&subject).and_then(|text| serde_json::from_str(&text));
        assert_eq!(read.ok(), Some(subject));
    }
}

#[test]
fn the_names_of_writes_stay_as_they_are() {
    let names: Vec<Value> = each()
        .iter()
        .map(|mutation| json!(mutation)["operation"].clone())
        .collect();
    assert_eq!(
        names,
        [
            "swr.grant_access",
            "swr.change_access",
            "swr.remove_access",
            "swr.create_organization",
            "swr.delete_organization",
            "swr.grant_access",
            "swr.change_access",
            "swr.remove_access",
            "swr.create_repository",
            "swr.update_repository",
            "swr.delete_repository",
            "swr.create_shared_account",
            "swr.delete_shared_account",
            "swr.create_sync_task",
            "swr.delete_sync_task",
            "swr.sync_images",
            "swr.delete_tag",
            "hss.start_image_sync",
            "ims.add_members",
            "ims.update_member",
            "ims.delete_members",
            "ims.add_member",
            "ims.set_member_status",
            "ims.delete_member",
            "enterprise.create_registry",
            "enterprise.update_registry",
            "enterprise.delete_registry",
            "enterprise.create_policy",
            "enterprise.update_policy",
            "enterprise.delete_policy",
            "enterprise.start_execution",
            "enterprise.stop_execution",
        ]
    );
    let names: BTreeSet<&str> = names.iter().filter_map(Value::as_str).collect();
    assert_eq!(names, Mutation::NAMES.iter().copied().collect());
}

#[test]
fn no_two_writes_have_the_same_name() {
    let names: BTreeSet<&&str> = Mutation::NAMES.iter().collect();
    assert_eq!(names.len(), Mutation::NAMES.len());
}

#[test]
fn the_written_form_of_a_grant_stays_as_it_is() {
    assert_eq!(
        json!(add(&[ANNA])),
        json!({ "operation": "swr.grant_access", "parameters": {
            "place": { "repository": "acme-web/shop/api" },
            "grants": [{ "user_id": ANNA, "user_name": "name", "auth": 3 }],
        } })
    );
}

#[test]
fn the_written_form_of_a_cancellation_stays_as_it_is() {
    assert_eq!(
        json!(cancel(&[ANNA])),
        json!({ "operation": "swr.remove_access", "parameters": {
            "place": { "repository": "acme-web/shop/api" }, "users": [ANNA],
        } })
    );
}

#[test]
fn the_written_form_of_an_update_stays_as_it_is() {
    assert_eq!(
        json!(update("app", "text")),
        json!({ "operation": "swr.update_repository", "parameters": {
            "repository": "acme-web/shop/api", "is_public": false, "category": "app",
            "description": "text",
        } })
    );
}

#[test]
fn the_written_form_of_a_grant_on_an_organization_stays_as_it_is() {
    assert_eq!(
        json!(change_in_organization(&[ANNA]))["parameters"],
        json!({
            "place": { "organization": "acme-web" },
            "grants": [{ "user_id": ANNA, "user_name": "name", "auth": 3 }],
        })
    );
}

#[test]
fn the_written_form_of_a_new_repository_stays_as_it_is() {
    assert_eq!(
        json!(create_repository(
            Some(RepositoryCategory::FrameworkApp),
            "text"
        ))["parameters"],
        json!({
            "repository": "acme-web/shop/api", "is_public": false, "category": "framework_app",
            "description": "text",
        })
    );
}

#[test]
fn the_written_form_of_a_start_of_a_sync_stays_as_it_is() {
    assert_eq!(
        json!(start_sync()),
        json!({ "operation": "hss.start_image_sync", "parameters": {
            "project": PROJECT, "region": "eu-de", "enterprise_project": "all_granted_eps",
            "registries": { "picked": [{ "registry_id": "r1", "registry_type": "SwrPrivate" }] },
        } })
    );
}

fn tasks_before() -> Before {
    let task = SyncTask {
        task_id: "t1".to_owned(),
        begin_time: Some(Timestamp::from_milliseconds(7)),
        ..SyncTask::default()
    };
    Before::ImageSyncTasks(TasksBefore::of(&Page {
        rows: vec![task].into(),
        total: Some(1),
    }))
}

#[test]
fn the_written_form_of_what_was_read_before_stays_as_it_is() {
    let row = AccessRow {
        user_id: "u".to_owned(),
        user_name: "n".to_owned(),
        auth: Some(3),
    };
    let grants = Before::Grants {
        caller: read(ANNA),
        rows: vec![row],
    };
    let jobs = Before::SyncJobs {
        newest: Some(900),
        caller: "u".to_owned(),
    };
    let written = json!([
        Before::Nothing,
        Before::Absent,
        grants,
        jobs,
        tasks_before()
    ]);
    assert_eq!(
        written,
        json!([
            "nothing",
            "absent",
            { "grants": { "caller": ANNA, "rows": [
                { "user_id": "u", "user_name": "n", "auth": 3 },
            ] } },
            { "sync_jobs": { "newest": 900, "caller": "u" } },
            { "image_sync_tasks": { "task_ids": ["t1"], "newest_begin_time": 7 } },
        ])
    );
    assert!(serde_json::from_value::<Vec<Before>>(written).is_ok());
}

#[test]
fn the_written_form_of_subjects_stays_as_it_is() {
    assert_eq!(
        json!([
            organization(),
            organization_grant_of(ANNA),
            repository(),
            grant_of(ANNA),
            visibility(),
            image_sync(),
        ]),
        json!([
            { "kind": "organization", "of": { "organization": "acme-web" } },
            { "kind": "grant", "of": { "organization": "acme-web" }, "id": ANNA },
            { "kind": "repository", "of": { "repository": "acme-web/shop/api" } },
            { "kind": "grant", "of": { "repository": "acme-web/shop/api" }, "id": ANNA },
            { "kind": "visibility", "of": { "repository": "acme-web/shop/api" } },
            { "kind": "image_sync", "of": { "project": PROJECT } },
        ])
    );
}

#[test]
fn an_unknown_field_of_a_subject_is_refused() {
    let mut value = json!(grant_of(ANNA));
    value["name"] = json!("anna");
    assert!(serde_json::from_value::<Subject>(value).is_err());
}

fn is_refused(value: Value) -> bool {
    serde_json::from_value::<Mutation>(value).is_err()
}

#[test]
fn an_unknown_write_is_refused() {
    assert!(is_refused(
        json!({ "operation": "swr.delete_everything", "parameters": {} })
    ));
}

#[test]
fn an_unknown_parameter_is_refused() {
    for mutation in each() {
        let mut value = json!(mutation);
        value["parameters"]["force"] = json!(true);
        assert!(is_refused(value), "{mutation:?}");
    }
}

#[test]
fn an_unknown_field_beside_the_parameters_is_refused() {
    let mut value = json!(cancel(&[ANNA]));
    value["force"] = json!(true);
    assert!(is_refused(value));
}

#[test]
fn an_unknown_field_inside_a_grant_is_refused() {
    let mut value = json!(add(&[ANNA]));
    value["parameters"]["grants"][0]["expires"] = json!("never");
    assert!(is_refused(value));
}

#[test]
fn an_unknown_field_inside_a_start_of_a_sync_is_refused() {
    let mut inside = json!(start_sync());
    inside["parameters"]["registries"]["picked"][0]["force"] = json!(true);
    let mut beside = json!(start_sync());
    beside["parameters"]["before"] = json!({ "task_ids": [], "newest_begin_time": null });
    for value in [inside, beside] {
        assert!(is_refused(value.clone()), "{value}");
    }
    let mut before = json!(tasks_before());
    assert!(serde_json::from_value::<Before>(before.clone()).is_ok());
    before["image_sync_tasks"]["force"] = json!(true);
    assert!(serde_json::from_value::<Before>(before).is_err());
}

#[test]
fn a_start_of_a_sync_that_cannot_be_is_refused() {
    for (place, wrong) in [
        ("/parameters/project", json!("../p1")),
        ("/parameters/region", json!("")),
        ("/parameters/enterprise_project", json!("")),
        ("/parameters/registries", json!("some")),
        ("/parameters/registries/picked", json!([])),
        ("/parameters/registries/picked/0/registry_id", json!("")),
        (
            "/parameters/registries/picked/0/registry_type",
            json!("Quay"),
        ),
    ] {
        let mut value = json!(start_sync());
        let Some(found) = value.pointer_mut(place) else {
            panic!("{place} is not there")
        };
        *found = wrong;
        assert!(is_refused(value), "{place}");
    }
}

#[test]
fn a_level_that_does_not_exist_is_refused() {
    for level in [
        json!(0),
        json!(2),
        json!(-1),
        json!("7"),
        json!(null),
        json!(3.5),
    ] {
        let mut value = json!(add(&[ANNA]));
        value["parameters"]["grants"][0]["auth"] = level.clone();
        assert!(is_refused(value), "{level}");
    }
}

#[test]
fn a_hostile_name_in_a_write_is_refused() {
    let mut value = json!(cancel(&[ANNA]));
    for hostile in [
        "../../v3/users",
        "acme-web/../../v3/users",
        "acme-web",
        "/x",
    ] {
        value["parameters"]["place"]["repository"] = json!(hostile);
        assert!(is_refused(value.clone()), "{hostile}");
    }
}

#[test]
fn a_missing_parameter_is_refused() {
    let parameters = json!({ "place": { "repository": "acme-web/shop/api" } });
    let value = json!({ "operation": "swr.remove_access", "parameters": parameters });
    assert!(is_refused(value));
}
