//! One of each write.

use cloud_api::hss::{
    EnterpriseProject, RegistriesToSync, RegistryToSync, RegistryType, StartImageSync,
};
use cloud_api::swr::{
    AccessLevel, AccessPlace, ChangeAccess, CreateOrganization, CreateRepository,
    CreateSharedAccount, CreateSyncTask, Deadline, DeleteOrganization, DeleteRepository,
    DeleteSharedAccount, DeleteSyncTask, DeleteTag, Grant, GrantAccess, RemoveAccess,
    RepositoryCategory, SyncImages, SyncTarget, UpdateRepository,
};
use cloud_api::{Mutation, Subject};

use crate::support::{ANNA, BEN, PROJECT, read};

pub fn grants(users: &[&str]) -> Vec<Grant> {
    users
        .iter()
        .map(|user| Grant::new(read(user), Some("name"), AccessLevel::Edit))
        .collect()
}

pub fn add(users: &[&str]) -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: grants(users),
    })
}

pub fn change(users: &[&str]) -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: grants(users),
    })
}

pub fn cancel(users: &[&str]) -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

pub fn update(category: &str, description: &str) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: category.to_owned(),
        description: description.to_owned(),
    })
}

pub fn add_to_organization(users: &[&str]) -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: grants(users),
    })
}

pub fn change_in_organization(users: &[&str]) -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: grants(users),
    })
}

pub fn cancel_in_organization(users: &[&str]) -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Organization(read("acme-web")),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

pub fn create_organization() -> Mutation {
    Mutation::CreateOrganization(CreateOrganization {
        organization: read("acme-web"),
    })
}

pub fn delete_organization() -> Mutation {
    Mutation::DeleteOrganization(DeleteOrganization {
        organization: read("acme-web"),
    })
}

pub fn create_repository(category: Option<RepositoryCategory>, description: &str) -> Mutation {
    Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category,
        description: description.to_owned(),
    })
}

pub fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        repository: read("acme-web/shop/api"),
    })
}

pub fn create_shared_account() -> Mutation {
    Mutation::CreateSharedAccount(CreateSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read("PARTNER-GMBH"),
        deadline: Deadline::forever(),
        description: read(""),
    })
}

pub fn delete_shared_account() -> Mutation {
    Mutation::DeleteSharedAccount(DeleteSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read("PARTNER-GMBH"),
    })
}

fn target() -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read("acme-web-nl"),
    }
}

pub fn create_sync_task() -> Mutation {
    Mutation::CreateSyncTask(CreateSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
        automatic: true,
        overwrite: false,
    })
}

pub fn delete_sync_task() -> Mutation {
    Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
    })
}

pub fn sync_images() -> Mutation {
    Mutation::SyncImages(SyncImages {
        repository: read("acme-web/shop/api"),
        tags: vec![read("1.4.2"), read("latest")],
        target: target(),
        overwrite: false,
    })
}

pub fn delete_tag() -> Mutation {
    Mutation::DeleteTag(DeleteTag {
        repository: read("acme-web/shop/api"),
        tag: read("1.4.2"),
    })
}

pub fn start_sync() -> Mutation {
    let registry = RegistryToSync {
        registry_id: read("r1"),
        registry_type: RegistryType::SwrPrivate,
    };
    let Ok(picked) = vec![registry].try_into() else {
        panic!("one registry can be picked")
    };
    Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::All,
        registries: RegistriesToSync::Picked(picked),
    })
}

pub fn grant_of(user: &str) -> Subject {
    let place = AccessPlace::Repository(read("acme-web/shop/api"));
    Subject::grant(&place, &read(user))
}

pub fn organization_grant_of(user: &str) -> Subject {
    let place = AccessPlace::Organization(read("acme-web"));
    Subject::grant(&place, &read(user))
}

pub fn organization() -> Subject {
    Subject::of_organization(&read("acme-web"))
}

pub fn repository() -> Subject {
    Subject::of_repository(&read("acme-web/shop/api"))
}

pub fn visibility() -> Subject {
    Subject::visibility(&read("acme-web/shop/api"))
}

pub fn image_sync() -> Subject {
    Subject::image_sync(&read(PROJECT))
}

pub fn each() -> [Mutation; 18] {
    [
        add_to_organization(&[ANNA, BEN]),
        change_in_organization(&[ANNA, BEN]),
        cancel_in_organization(&[ANNA, BEN]),
        create_organization(),
        delete_organization(),
        add(&[ANNA, BEN]),
        change(&[ANNA, BEN]),
        cancel(&[ANNA, BEN]),
        create_repository(Some(RepositoryCategory::Linux), "text"),
        update("app", "text"),
        delete_repository(),
        create_shared_account(),
        delete_shared_account(),
        create_sync_task(),
        delete_sync_task(),
        sync_images(),
        delete_tag(),
        start_sync(),
    ]
}

/// Each write over these users, that can name several.
pub fn of_users(users: &[&str]) -> [Mutation; 6] {
    [
        add_to_organization(users),
        change_in_organization(users),
        cancel_in_organization(users),
        add(users),
        change(users),
        cancel(users),
    ]
}
