//! "Copy as Terraform": what a write leaves to describe.

use cloud_api::swr::{
    AccessLevel, AccessRow, AddOrganizationAccess, AddRepositoryAccess, CancelOrganizationAccess,
    CancelRepositoryAccess, ChangeRepositoryAccess, CreateOrganization, CreateRepository,
    CreateSyncTask, DeleteOrganization, DeleteRepository, DeleteSyncTask, Grant, Repository,
    RepositoryCategory, SyncTarget, SyncTask, UpdateRepository,
};
use cloud_api::terraform::{Resource, Standing, blocks, change};
use cloud_api::{Before, Mutation};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

fn row(user: &str, name: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: user.to_owned(),
        user_name: name.to_owned(),
        auth,
    }
}

fn repository(description: &str) -> Resource {
    Resource::Repository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: true,
        category: "linux".to_owned(),
        description: description.to_owned(),
    }
}

fn permissions(users: Vec<AccessRow>) -> Resource {
    Resource::RepositoryPermissions {
        organization: read("acme-web"),
        repository: read("busybox"),
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
    Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("acme-web"),
        repository: read("busybox"),
        grants: ben(AccessLevel::Edit),
    })
}

fn cancel_in_repository() -> Mutation {
    Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("acme-web"),
        repository: read("busybox"),
        users: vec![read(BEN)],
    })
}

#[test]
fn a_change_of_permissions_is_the_whole_list_as_it_will_be() {
    let carla = || row(CARLA, "carla", 1);
    let raise = Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("acme-web"),
        repository: read("busybox"),
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
    let add = Mutation::AddOrganizationAccess(AddOrganizationAccess {
        organization: read("acme-web"),
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
    let cancel = Mutation::CancelOrganizationAccess(CancelOrganizationAccess {
        organization: read("acme-web"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
        target: target(),
        automatic,
        overwrite: true,
    })
}

fn sync_task() -> Resource {
    Resource::SyncTask {
        organization: read("acme-web"),
        repository: read("shop/api"),
        target_region: read("eu-nl"),
        target_organization: read("acme-web-nl"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
        target: target(),
    });
    assert_eq!(change(&delete, &task_into("acme-web-nl")), None);
}
