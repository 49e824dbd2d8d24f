//! Writes as JSON: names and shapes that stay, and what is refused.

use serde_json::{Value, json};

use cloud_api::Mutation;
use cloud_api::swr::RepositoryCategory;

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
            "swr.add_organization_access",
            "swr.change_organization_access",
            "swr.cancel_organization_access",
            "swr.create_organization",
            "swr.delete_organization",
            "swr.add_repository_access",
            "swr.change_repository_access",
            "swr.cancel_repository_access",
            "swr.create_repository",
            "swr.update_repository",
            "swr.delete_repository",
            "swr.create_sync_task",
            "swr.delete_sync_task",
            "swr.sync_images",
            "swr.delete_tag",
            "hss.start_image_sync",
        ]
    );
}

#[test]
fn the_written_form_of_a_grant_stays_as_it_is() {
    assert_eq!(
        json!(add(&[ANNA])),
        json!({ "operation": "swr.add_repository_access", "parameters": {
            "organization": "acme-web",
            "repository": "shop/api",
            "grants": [{ "user_id": ANNA, "user_name": "name", "auth": 3 }],
        } })
    );
}

#[test]
fn the_written_form_of_a_cancellation_stays_as_it_is() {
    assert_eq!(
        json!(cancel(&[ANNA])),
        json!({ "operation": "swr.cancel_repository_access", "parameters": {
            "organization": "acme-web", "repository": "shop/api", "users": [ANNA],
        } })
    );
}

#[test]
fn the_written_form_of_an_update_stays_as_it_is() {
    assert_eq!(
        json!(update("app", "text")),
        json!({ "operation": "swr.update_repository", "parameters": {
            "organization": "acme-web", "repository": "shop/api", "is_public": false,
            "category": "app", "description": "text",
        } })
    );
}

#[test]
fn the_written_form_of_a_grant_on_an_organization_stays_as_it_is() {
    assert_eq!(
        json!(change_in_organization(&[ANNA]))["parameters"],
        json!({
            "organization": "acme-web",
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
            "organization": "acme-web", "repository": "shop/api", "is_public": false,
            "category": "framework_app", "description": "text",
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
            "before": { "task_ids": ["t1"], "newest_begin_time": 7 },
        } })
    );
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
            { "organization": { "organization": "acme-web" } },
            { "organization_grant": { "organization": "acme-web", "user": ANNA } },
            { "repository": { "organization": "acme-web", "repository": "shop/api" } },
            { "repository_grant": {
                "organization": "acme-web", "repository": "shop/api", "user": ANNA,
            } },
            { "repository_visibility": { "organization": "acme-web", "repository": "shop/api" } },
            { "image_sync": { "project": PROJECT } },
        ])
    );
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
    let mut before = json!(start_sync());
    before["parameters"]["before"]["force"] = json!(true);
    for value in [inside, before] {
        assert!(is_refused(value.clone()), "{value}");
    }
}

#[test]
fn a_start_of_a_sync_that_cannot_be_is_refused() {
    for (place, wrong) in [
        ("/parameters/project", json!("p1")),
        ("/parameters/region", json!("eu-de_team")),
        ("/parameters/enterprise_project", json!("")),
        ("/parameters/registries", json!("some")),
        ("/parameters/registries/picked", json!([])),
        ("/parameters/registries/picked/0/registry_id", json!("")),
        (
            "/parameters/registries/picked/0/registry_type",
            json!("Quay"),
        ),
        ("/parameters/before", json!(null)),
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
    value["parameters"]["repository"] = json!("../../v3/users");
    assert!(is_refused(value));
}

#[test]
fn a_missing_parameter_is_refused() {
    let parameters = json!({ "organization": "acme-web", "repository": "shop/api" });
    let value = json!({ "operation": "swr.cancel_repository_access", "parameters": parameters });
    assert!(is_refused(value));
}
