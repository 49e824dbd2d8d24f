//! One of each write.

use cloud_api::Mutation;
use cloud_api::hss::{
    EnterpriseProject, RegistriesToSync, RegistryToSync, RegistryType, StartImageSync,
};
use cloud_api::swr::{
    AccessLevel, AccessPlace, ChangeAccess, CreateOrganization, CreateRepository,
    CreateSharedAccount, CreateSyncTask, Deadline, DeleteOrganization, DeleteRepository,
    DeleteSharedAccount, DeleteSyncTask, DeleteTag, Grant, GrantAccess, RemoveAccess, SyncImages,
    SyncTarget, UpdateRepository,
};

pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
pub const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

pub fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

fn repository() -> AccessPlace {
    AccessPlace::Repository(read("acme-web/shop/api"))
}

fn organization() -> AccessPlace {
    AccessPlace::Organization(read("acme-web"))
}

fn grants() -> Vec<Grant> {
    vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)]
}

pub fn grant() -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: repository(),
        grants: grants(),
    })
}

pub fn grant_on_organization() -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: organization(),
        grants: grants(),
    })
}

pub fn change() -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: repository(),
        grants: grants(),
    })
}

pub fn change_on_organization() -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: organization(),
        grants: grants(),
    })
}

pub fn cancel() -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: repository(),
        users: vec![read(ANNA)],
    })
}

pub fn cancel_on_organization() -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: organization(),
        users: vec![read(ANNA)],
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

pub fn create_repository() -> Mutation {
    Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: None,
        description: String::new(),
    })
}

pub fn make(is_public: bool) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public,
        category: String::new(),
        description: String::new(),
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

/// A start of the image sync of all registries.
pub fn start_all() -> Mutation {
    start(RegistriesToSync::All)
}

/// A start of the image sync of one registry.
pub fn start_one() -> Mutation {
    let registry = RegistryToSync {
        registry_id: read("r1"),
        registry_type: RegistryType::SwrPrivate,
    };
    let picked = vec![registry].try_into();
    start(RegistriesToSync::Picked(picked.expect("one can be picked")))
}

fn start(registries: RegistriesToSync) -> Mutation {
    Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::Default,
        registries,
    })
}
