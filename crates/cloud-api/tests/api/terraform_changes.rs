//! "Copy as Terraform": what a write leaves to describe.

use cloud_api::clipboard::terraform::{Resource, Standing};
use cloud_api::swr::{
    AccessLevel, AccessPlace, AccessRow, ChangeAccess, CreateOrganization, CreateRepository,
    CreateSharedAccount, CreateSyncTask, DeleteOrganization, DeleteRepository, DeleteSyncTask,
    Grant, GrantAccess, RemoveAccess, Repository, RepositoryCategory, SharedAccount, SyncTarget,
    SyncTask, UpdateRepository,
};
use cloud_api::{Before, Mutation};

use crate::huawei::{blocks, change};
use crate::support::{ANNA, BEN, CARLA, read};

fn row(user: &str, name: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: user.to_owned(),
        user_name: name.to_owned(),
        auth: Some(auth),
    }
}

fn repository(description: &str) -> Resource {
    Resource::Repository {
        repository: read("acme-web/shop/api"),
        is_public: true,
        category: "linux".to_owned(),
        description: description.to_owned(),
    }
}

fn permissions(users: Vec<AccessRow>) -> Resource {
    Resource::Permissions {
        place: AccessPlace::Repository(read("acme-web/busybox")),
        users,
    }
}

fn read_by_anna(rows: &[AccessRow]) -> Before {
    Before::Grants {
        caller: read(ANNA),
        rows: rows.to_vec(),
    }
}

fn ben(level: AccessLevel) -> Vec<Grant> {
    vec![Grant::new(read(BEN), Some("ben"), level)]
}

fn add_to_repository() -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Repository(read("acme-web/busybox")),
        grants: ben(AccessLevel::Edit),
    })
}

fn cancel_in_repository() -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/busybox")),
        users: vec![read(BEN)],
    })
}

#[test]
fn a_change_of_permissions_is_the_whole_list_as_it_will_be() {
    let carla = || row(CARLA, "carla", 1);
    let raise = Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Repository(read("acme-web/busybox")),
        grants: ben(AccessLevel::Manage),
    });
    let with_ben = |auth| vec![carla(), row(BEN, "ben", auth)];
    for (mutation, before, after) in [
        (add_to_repository(), vec![carla()], with_ben(3)),
        (raise, with_ben(3), with_ben(7)),
        (cancel_in_repository(), with_ben(3), vec![carla()]),
    ] {
        assert_eq!(
            change(&mutation, &read_by_anna(&before)),
            blocks(&permissions(after), Standing::Existing),
            "{mutation:?}"
        );
    }
}

#[test]
fn the_first_permission_of_all_is_made_and_not_imported() {
    let expected = blocks(&permissions(vec![row(BEN, "ben", 3)]), Standing::New);
    assert_eq!(change(&add_to_repository(), &read_by_anna(&[])), expected);
    let add = Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: ben(AccessLevel::Edit),
    });
    let only_own = read_by_anna(&[row(ANNA, "anna", 7)]);
    let made = change(&add, &only_own).unwrap_or_default();
    assert!(made.starts_with("resource "), "{made}");
}

#[test]
fn cancelling_the_last_permission_leaves_nothing_to_describe() {
    let before = read_by_anna(&[row(BEN, "ben", 3)]);
    assert_eq!(change(&cancel_in_repository(), &before), None);
    let cancel = Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Organization(read("acme-web")),
        users: vec![read(BEN)],
    });
    let with_own = read_by_anna(&[row(ANNA, "anna", 7), row(BEN, "ben", 3)]);
    assert_eq!(change(&cancel, &with_own), None);
}

#[test]
fn a_change_of_permissions_that_were_not_read_is_not_offered() {
    assert_eq!(change(&add_to_repository(), &Before::Nothing), None);
}

#[test]
fn what_is_created_is_made_by_terraform() {
    let organization = read("acme-web");
    let create = Mutation::CreateOrganization(CreateOrganization { organization });
    let resource = Resource::Organization {
        organization: read("acme-web"),
    };
    let made = change(&create, &Before::Nothing);
    assert_eq!(made, blocks(&resource, Standing::New));
    let create = Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: true,
        category: Some(RepositoryCategory::Linux),
        description: "text".to_owned(),
    });
    let made = change(&create, &Before::Nothing);
    assert_eq!(made, blocks(&repository("text"), Standing::New));
}

#[test]
fn what_is_updated_is_imported_with_its_new_settings() {
    let update = Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public: true,
        category: "linux".to_owned(),
        description: "text".to_owned(),
    });
    let before = Before::Repository(Repository::default());
    let expected = blocks(&repository("text"), Standing::Existing);
    assert_eq!(change(&update, &before), expected);
}

#[test]
fn what_is_deleted_is_not_described() {
    let organization = read("acme-web");
    let delete = Mutation::DeleteOrganization(DeleteOrganization { organization });
    assert_eq!(change(&delete, &read_by_anna(&[])), None);
    let delete = Mutation::DeleteRepository(DeleteRepository {
        repository: read("acme-web/shop/api"),
    });
    assert_eq!(change(&delete, &Before::Nothing), None);
}

fn target() -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read("acme-web-nl"),
    }
}

fn create_sync_task(automatic: bool) -> Mutation {
    Mutation::CreateSyncTask(CreateSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
        automatic,
        overwrite: true,
    })
}

fn sync_task() -> Resource {
    Resource::SyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
        overwrite: true,
    }
}

fn task_into(organization: &str) -> Before {
    Before::SyncTasks(vec![SyncTask {
        target_region: "eu-nl".to_owned(),
        target_organization: organization.to_owned(),
        ..SyncTask::default()
    }])
}

#[test]
fn a_new_sync_task_is_made_by_terraform() {
    let expected = blocks(&sync_task(), Standing::New);
    assert!(expected.is_some());
    for before in [Before::Nothing, task_into("another")] {
        assert_eq!(change(&create_sync_task(true), &before), expected);
    }
}

#[test]
fn a_sync_task_that_was_there_is_imported() {
    assert_eq!(
        change(&create_sync_task(true), &task_into("acme-web-nl")),
        blocks(&sync_task(), Standing::Existing)
    );
}

#[test]
fn a_sync_task_that_is_not_automatic_is_not_offered() {
    assert_eq!(change(&create_sync_task(false), &Before::Nothing), None);
}

#[test]
fn a_deleted_sync_task_is_not_described() {
    let delete = Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
    });
    assert_eq!(change(&delete, &task_into("acme-web-nl")), None);
}

#[test]
fn a_share_is_written_where_the_provider_has_a_form_for_it() {
    let share = |repository: &str, deadline: &str, description: &str| {
        let write = Mutation::CreateSharedAccount(CreateSharedAccount {
            repository: read(repository),
            account: read("partner"),
            deadline: read(deadline),
            description: read(description),
        });
        change(&write, &Before::Absent)
    };
    let expected = r#"resource "huaweicloud_swr_repository_sharing" "acme-web_shop_partner" {
  organization    = "acme-web"
  repository      = "shop"
  sharing_account = "partner"
  permission      = "pull"
  deadline        = "2027-02-01"
  description     = "for them"
}
"#;
    let midnight = "2027-02-01T00:00:00Z";
    assert_eq!(
        share("acme-web/shop", midnight, "for them").as_deref(),
        Some(expected)
    );
    let forever = share("acme-web/shop", "forever", "").unwrap();
    assert!(
        forever.contains(r#"deadline        = "forever""#),
        "{forever}"
    );
    // It takes days in UTC only, and no repository with a slash.
    assert_eq!(share("acme-web/shop", "2027-01-31T23:00:00Z", ""), None);
    assert_eq!(share("acme-web/shop", "2027-02-01T00:00:00.001Z", ""), None);
    assert_eq!(share("acme-web/shop/api", midnight, ""), None);
    assert_eq!(share("acme-web/shop", "forever", "a\u{202e}b"), None);
}

#[test]
fn a_share_that_is_there_is_imported() {
    let shared = |deadline: &str| SharedAccount {
        account: "part ner".to_owned(),
        deadline: deadline.to_owned(),
        ..SharedAccount::default()
    };
    let written = |deadline| {
        let resource = Resource::share(&read("acme-web/shop"), &shared(deadline))?;
        blocks(&resource, Standing::Existing)
    };
    let import = r#"import {
  to = huaweicloud_swr_repository_sharing.acme-web_shop_part_ner
  id = "acme-web/shop/part ner"
}
"#;
    assert!(written("forever").unwrap().starts_with(import));
    assert_eq!(written("soon"), None);
}
