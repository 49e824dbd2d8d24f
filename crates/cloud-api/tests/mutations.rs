//! Writes as values: names that stay, requests, subjects, parts.

use cloud_api::hss::{
    EnterpriseProject, Page, RegistriesToSync, RegistryToSync, RegistryType, StartImageSync,
    SyncTask, TasksBefore,
};
use cloud_api::swr::{
    AccessLevel, AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess, Grant,
    UpdateRepository,
};
use cloud_api::{Method, Mutation, NotSent, Subject, Timestamp, UserId};
use serde_json::{Value, json};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

fn grants(users: &[&str]) -> Vec<Grant> {
    users
        .iter()
        .map(|user| Grant::new(read(user), Some("name"), AccessLevel::Edit))
        .collect()
}

fn add(users: &[&str]) -> Mutation {
    Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: grants(users),
    })
}

fn change(users: &[&str]) -> Mutation {
    Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: grants(users),
    })
}

fn cancel(users: &[&str]) -> Mutation {
    Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

fn update(category: &str, description: &str) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category: category.to_owned(),
        description: description.to_owned(),
    })
}

fn start_sync() -> Mutation {
    let registry = RegistryToSync {
        registry_id: read("r1"),
        registry_type: RegistryType::SwrPrivate,
    };
    let Ok(picked) = vec![registry].try_into() else {
        panic!("one registry can be picked")
    };
    let task = SyncTask {
        task_id: "t1".to_owned(),
        begin_time: Some(Timestamp::from_milliseconds(7)),
        ..SyncTask::default()
    };
    Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::All,
        registries: RegistriesToSync::Picked(picked),
        before: TasksBefore::of(&Page {
            rows: vec![task],
            total: Some(1),
        }),
    })
}

fn image_sync() -> Subject {
    Subject::ImageSync {
        project: read(PROJECT),
    }
}

fn grant_of(user: &str) -> Subject {
    Subject::RepositoryGrant {
        organization: read("acme-web"),
        repository: read("shop/api"),
        user: read(user),
    }
}

fn visibility() -> Subject {
    Subject::RepositoryVisibility {
        organization: read("acme-web"),
        repository: read("shop/api"),
    }
}

fn each() -> [Mutation; 5] {
    [
        add(&[ANNA, BEN]),
        change(&[ANNA, BEN]),
        cancel(&[ANNA, BEN]),
        update("app", "text"),
        start_sync(),
    ]
}

fn body(mutation: &Mutation) -> Option<Value> {
    let request = mutation.request().ok()?;
    serde_json::from_slice(&request.body).ok()
}

#[test]
fn every_write_reads_the_same_after_a_round_through_json() {
    for mutation in each() {
        let read = serde_json::to_string(&mutation).and_then(|text| serde_json::from_str(&text));
        assert_eq!(read.ok(), Some(mutation));
    }
}

#[test]
fn every_subject_reads_the_same_after_a_round_through_json() {
    for subject in [grant_of(ANNA), visibility(), image_sync()] {
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
            "swr.add_repository_access",
            "swr.change_repository_access",
            "swr.cancel_repository_access",
            "swr.update_repository",
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
        json!([grant_of(ANNA), visibility(), image_sync()]),
        json!([
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

#[test]
fn a_write_over_nobody_is_never_a_request() {
    for mutation in [add(&[]), change(&[]), cancel(&[])] {
        assert_eq!(mutation.request(), Err(NotSent::NobodyNamed));
    }
}

#[test]
fn each_write_has_its_method_and_path() {
    let sent: Vec<_> = each()
        .iter()
        .filter_map(|mutation| mutation.request().ok())
        .map(|request| (request.method, request.path_and_query()))
        .collect();
    let repository = "/v2/manage/namespaces/acme-web/repos/shop%24api";
    let access = format!("{repository}/access");
    assert_eq!(
        sent,
        [
            (Method::Post, access.clone()),
            (Method::Patch, access.clone()),
            (Method::Delete, access),
            (Method::Patch, repository.to_owned()),
            (
                Method::Post,
                format!(
                    "/v5/{PROJECT}/image/image-sync/tasks?enterprise_project_id=all_granted_eps"
                )
            ),
        ]
    );
}

#[test]
fn each_write_reads_back_what_it_acts_on() {
    let read: Vec<_> = each()
        .iter()
        .map(Mutation::read_back)
        .map(|request| (request.method, request.path_and_query(), request.body))
        .collect();
    let repository = "/v2/manage/namespaces/acme-web/repos/shop%24api";
    let access = (Method::Get, format!("{repository}/access"), Vec::new());
    let shown = (Method::Get, repository.to_owned(), Vec::new());
    let tasks = format!(
        "/v5/{PROJECT}/image/tasks?enterprise_project_id=all_granted_eps\
         &global_image_type=registry&limit=200&offset=0&type=image_sync"
    );
    let listed = (Method::Get, tasks, Vec::new());
    assert_eq!(
        read,
        [access.clone(), access.clone(), access, shown, listed]
    );
}

#[test]
fn an_update_sends_category_and_description_along() {
    assert_eq!(
        body(&update("app", "")),
        Some(json!({ "is_public": false, "category": "app", "description": "" }))
    );
}

#[test]
fn an_update_leaves_out_an_empty_category() {
    assert_eq!(
        body(&update("", "text")),
        Some(json!({ "is_public": false, "description": "text" }))
    );
}

#[test]
fn subjects_are_named_in_the_order_of_the_request() {
    for mutation in [
        add(&[BEN, ANNA]),
        change(&[BEN, ANNA]),
        cancel(&[BEN, ANNA]),
    ] {
        assert_eq!(mutation.subjects(), [grant_of(BEN), grant_of(ANNA)]);
    }
}

#[test]
fn a_write_over_nobody_has_no_subjects() {
    for mutation in [add(&[]), change(&[]), cancel(&[])] {
        assert_eq!(mutation.subjects(), []);
    }
}

#[test]
fn an_update_has_one_subject() {
    assert_eq!(update("", "").subjects(), [visibility()]);
}

#[test]
fn a_start_of_a_sync_has_one_subject_however_many_registries_it_names() {
    assert_eq!(start_sync().subjects(), [image_sync()]);
}

#[test]
fn a_start_of_a_sync_is_whole_or_not_at_all() {
    assert_eq!(start_sync().only(&[image_sync()]), Some(start_sync()));
}

#[test]
fn a_part_keeps_only_the_wanted_users() {
    for (whole, part) in [
        (add(&[ANNA, BEN]), add(&[BEN])),
        (change(&[ANNA, BEN]), change(&[BEN])),
        (cancel(&[ANNA, BEN]), cancel(&[BEN])),
    ] {
        assert_eq!(whole.only(&[grant_of(BEN), visibility()]), Some(part));
    }
}

#[test]
fn a_part_keeps_the_order_of_the_whole() {
    assert_eq!(
        cancel(&[BEN, ANNA]).only(&[grant_of(ANNA), grant_of(BEN)]),
        Some(cancel(&[BEN, ANNA]))
    );
}

#[test]
fn a_part_over_nothing_wanted_is_none() {
    for mutation in each() {
        assert_eq!(mutation.only(&[]), None);
    }
}

#[test]
fn a_part_over_somebody_elses_subjects_is_none() {
    let elsewhere = Subject::RepositoryGrant {
        organization: read("acme-web"),
        repository: read("other"),
        user: read(ANNA),
    };
    for mutation in each() {
        assert_eq!(mutation.only(std::slice::from_ref(&elsewhere)), None);
    }
}

#[test]
fn an_update_is_whole_or_not_at_all() {
    assert_eq!(update("", "").only(&[visibility()]), Some(update("", "")));
}

#[test]
fn only_a_cancellation_wants_its_object_gone() {
    let removals: Vec<bool> = each().iter().map(Mutation::is_removal).collect();
    assert_eq!(removals, [false, false, true, false, false]);
}

#[test]
fn a_grant_without_a_name_sends_the_id_in_its_place() {
    for name in [None, Some(""), Some("  \t"), Some("\u{3000}")] {
        let grant = Grant::new(read::<UserId>(ANNA), name, AccessLevel::Read);
        assert_eq!(grant.user_name, ANNA, "{name:?}");
    }
}

#[test]
fn a_grant_sends_its_name_without_the_space_around_it() {
    let grant = Grant::new(read(ANNA), Some(" anna b "), AccessLevel::Read);
    assert_eq!(grant.user_name, "anna b");
}
