//! What a service has listed can be acted on as it is, and never asks something else.

use cloud_api::swr::{
    AccessPlace, AccessRow, DeleteRepository, DeleteSyncTask, RemoveAccess, ShowRepository,
    SyncTask, Tag,
};
use cloud_api::{
    Before, Inverse, Mutation, Operation as _, OrganizationName, ProjectId, RegionId,
    RepositoryName, RepositoryPath, TagName, UserId,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{ANNA, read, sent};

/// Texts that are in no name: a request with one of them would ask something else.
const NOT_CARRIED: [&str; 12] = [
    "", ".", "..", "...", "/", "../x", "a/..", "a/", "a$b", "a|b", "a:b", "a\nb",
];

#[test]
fn names_of_older_forms_are_listed_and_not_taken_from_people() {
    for name in ["a--b", "Acme", "_x", "team-", "9lives", "t\u{e4}am", "a b"] {
        assert!(OrganizationName::listed(name).is_some(), "{name}");
        assert!(name.parse::<OrganizationName>().is_err(), "{name}");
    }
    for name in ["a--b", "Shop/Api", "<b>legacy</b>", "-x"] {
        assert!(RepositoryName::listed(name).is_some(), "{name}");
        assert!(name.parse::<RepositoryName>().is_err(), "{name}");
    }
    for region in ["RegionOne", "eu-west-0_a", "region.2"] {
        assert!(RegionId::listed(region).is_some(), "{region}");
        assert!(region.parse::<RegionId>().is_err(), "{region}");
    }
    for user in ["4f6b0e3a-1b2c-4d5e-8f90-a1b2c3d4e5f6", "ANNA@idp", "x/y"] {
        assert!(UserId::listed(user).is_some(), "{user}");
        assert!(user.parse::<UserId>().is_err(), "{user}");
    }
}

#[test]
fn what_would_ask_something_else_is_not_carried() {
    for text in NOT_CARRIED {
        assert_eq!(OrganizationName::listed(text), None, "{text:?}");
        assert_eq!(ProjectId::listed(text), None, "{text:?}");
        assert_eq!(RegionId::listed(text), None, "{text:?}");
        assert_eq!(TagName::listed(text), None, "{text:?}");
        assert_eq!(RepositoryName::listed(text), None, "{text:?}");
        assert_eq!(RepositoryPath::of("acme-web", text), None, "{text:?}");
        assert_eq!(RepositoryPath::of(text, "shop"), None, "{text:?}");
    }
    for text in ["", ".", "..", "../x", "a/..", "a\nb"] {
        assert_eq!(UserId::listed(text), None, "{text:?}");
    }
}

#[test]
fn a_repository_of_an_older_form_is_opened_and_deleted_by_its_own_path() {
    let repository = RepositoryPath::of("a--b", "Old stuff/x%2f..y").unwrap();
    let path = "/v2/manage/namespaces/a--b/repos/Old%20stuff%24x%252f..y";
    let show = ShowRepository {
        repository: repository.clone(),
    };
    assert_eq!(show.request().path(), path);
    let delete = Mutation::DeleteRepository(DeleteRepository { repository });
    assert_eq!(sent(&delete).path(), path);
    let again: Mutation = serde_json::from_value(json!(delete)).unwrap();
    assert_eq!(again, delete);
}

#[test]
fn the_grant_of_a_federated_person_is_cancelled_and_given_back() {
    let federated = AccessRow {
        user_id: "ANNA@idp/group-1".to_owned(),
        user_name: "anna".to_owned(),
        auth: Some(3),
    };
    let remove = Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: federated.user().into_iter().collect(),
    });
    let body: Value = serde_json::from_slice(&sent(&remove).body).unwrap();
    assert_eq!(body, json!(["ANNA@idp/group-1"]));
    let before = Before::Grants {
        caller: read(ANNA),
        rows: vec![federated],
    };
    let Inverse::Exact(back) = remove.inverse(&before) else {
        panic!("nothing gives it back");
    };
    assert_eq!(back[0].grants()[0].user_id.as_str(), "ANNA@idp/group-1");
}

#[test]
fn whoever_has_an_id_of_another_form_gets_an_undo() {
    let caller = UserId::listed("carla-federated").unwrap();
    let row = AccessRow {
        user_id: ANNA.to_owned(),
        user_name: "anna".to_owned(),
        auth: Some(1),
    };
    let remove = Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: vec![read(ANNA)],
    });
    let before = Before::Grants {
        caller,
        rows: vec![row],
    };
    let kept: Before = serde_json::from_value(json!(before)).unwrap();
    assert!(matches!(remove.inverse(&kept), Inverse::Exact(_)));
}

#[test]
fn a_task_into_a_region_of_another_form_is_deleted() {
    let task = SyncTask {
        target_region: "RegionOne".to_owned(),
        target_organization: "a--b".to_owned(),
        ..SyncTask::default()
    };
    let delete = Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("acme-web/shop/api"),
        target: task.target().unwrap(),
    });
    let body: Value = serde_json::from_slice(&sent(&delete).body).unwrap();
    assert_eq!(
        body,
        json!({ "remoteRegionId": "RegionOne", "remoteNamespace": "a--b" })
    );
}

#[test]
fn a_tag_that_is_listed_without_a_name_cannot_be_acted_on() {
    assert_eq!(Tag::default().tag_name(), None);
}

proptest! {
    #[test]
    fn what_is_listed_stays_in_its_place_in_the_path(organization in any::<String>(), name in any::<String>()) {
        if let Some(repository) = RepositoryPath::of(&organization, &name) {
            let path = ShowRepository { repository: repository.clone() }.request().path();
            let segments: Vec<&str> = path.split('/').collect();
            prop_assert_eq!(segments.len(), 7, "{}", path);
            prop_assert!(segments.iter().skip(1).all(|part| !part.is_empty() && !part.chars().all(|it| it == '.')), "{}", path);
            let kept: Result<RepositoryPath, _> = serde_json::from_value(json!(repository));
            prop_assert_eq!(kept.ok(), Some(repository));
        }
    }
}
