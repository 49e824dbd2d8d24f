//! One of each write, for the tests of every crate that knows writes.

mod enterprise;

use cloud_api::Mutation;
use cloud_api::hss::{
    EnterpriseProject, RegistriesToSync, RegistryToSync, RegistryType, StartImageSync,
};
use cloud_api::ims::{
    AddMember, AddMembers, Decision, DeleteMember, DeleteMembers, Recipient, SetMemberStatus,
    UpdateMember,
};
use cloud_api::swr::{
    AccessLevel, AccessPlace, ChangeAccess, CreateOrganization, CreateRepository,
    CreateSharedAccount, CreateSyncTask, Deadline, DeleteOrganization, DeleteRepository,
    DeleteSharedAccount, DeleteSyncTask, DeleteTag, Grant, GrantAccess, RemoveAccess,
    RepositoryCategory, SyncImages, SyncTarget, UpdateRepository,
};

pub use enterprise::*;

/// A user.
pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
/// Another user.
pub const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
/// A project.
pub const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

/// A ruled text, which has to be right.
///
/// # Panics
///
/// When the text is refused.
pub fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// The level *edit* for users.
pub fn grants(users: &[&str]) -> Vec<Grant> {
    users
        .iter()
        .map(|user| Grant::new(read(user), Some("name"), AccessLevel::Edit))
        .collect()
}

/// Access to a repository.
pub fn add(users: &[&str]) -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: grants(users),
    })
}

/// Other access to a repository.
pub fn change(users: &[&str]) -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: grants(users),
    })
}

/// No more access to a repository.
pub fn cancel(users: &[&str]) -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

/// A repository made private.
pub fn update(category: &str, description: &str) -> Mutation {
    make(false, category, description)
}

/// A repository made public or private.
pub fn make(is_public: bool, category: &str, description: &str) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public,
        category: category.to_owned(),
        description: description.to_owned(),
    })
}

/// Access to an organization.
pub fn add_to_organization(users: &[&str]) -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: grants(users),
    })
}

/// Other access to an organization.
pub fn change_in_organization(users: &[&str]) -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: grants(users),
    })
}

/// No more access to an organization.
pub fn cancel_in_organization(users: &[&str]) -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Organization(read("acme-web")),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

/// A new organization.
pub fn create_organization() -> Mutation {
    Mutation::CreateOrganization(CreateOrganization {
        organization: read("acme-web"),
    })
}

/// An organization less.
pub fn delete_organization() -> Mutation {
    Mutation::DeleteOrganization(DeleteOrganization {
        organization: read("acme-web"),
    })
}

/// A new private repository.
pub fn create_repository(category: Option<RepositoryCategory>, description: &str) -> Mutation {
    Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category,
        description: description.to_owned(),
    })
}

/// A repository less.
pub fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        repository: read("acme-web/shop/api"),
    })
}

/// A repository shared with an account.
pub fn create_shared_account() -> Mutation {
    Mutation::CreateSharedAccount(CreateSharedAccount {
        repository: read("acme-web/shop/api"),
        account: read("PARTNER-GMBH"),
        deadline: Deadline::forever(),
        description: read(""),
    })
}

/// A repository no longer shared with an account.
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

/// A new sync task.
pub fn create_sync_task() -> Mutation {
    Mutation::CreateSyncTask(CreateSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
        automatic: true,
        overwrite: false,
    })
}

/// A sync task less.
pub fn delete_sync_task() -> Mutation {
    Mutation::DeleteSyncTask(DeleteSyncTask {
        repository: read("acme-web/shop/api"),
        target: target(),
    })
}

/// Two tags copied once.
pub fn sync_images() -> Mutation {
    Mutation::SyncImages(SyncImages {
        repository: read("acme-web/shop/api"),
        tags: vec![read("1.4.2"), read("latest")],
        target: target(),
        overwrite: false,
    })
}

/// A tag less.
pub fn delete_tag() -> Mutation {
    Mutation::DeleteTag(DeleteTag {
        repository: read("acme-web/shop/api"),
        tag: read("1.4.2"),
    })
}

/// One registry read again.
///
/// # Panics
///
/// Never: one registry can be picked.
pub fn start_sync() -> Mutation {
    let registry = RegistryToSync {
        registry_id: read("r1"),
        registry_type: RegistryType::SwrPrivate,
    };
    let Ok(picked) = vec![registry].try_into() else {
        panic!("one registry can be picked")
    };
    start(RegistriesToSync::Picked(picked))
}

/// All registries read again.
pub fn start_all() -> Mutation {
    start(RegistriesToSync::All)
}

fn start(registries: RegistriesToSync) -> Mutation {
    Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::All,
        registries,
    })
}

/// A machine image.
pub const IMAGE: &str = "5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11";
/// Another machine image.
pub const OTHER_IMAGE: &str = "6a4d2d1f-9b68-4a1f-8d1b-7c2a1e3b8f22";
/// A project that images are shared with.
pub const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";

/// A project as a recipient.
pub fn project(id: &str) -> Recipient {
    Recipient::Project(read(id))
}

fn images() -> Vec<cloud_api::ims::ImageId> {
    vec![read(IMAGE), read(OTHER_IMAGE)]
}

/// Two images shared with a project.
pub fn add_members() -> Mutation {
    Mutation::AddMembers(AddMembers {
        images: images(),
        recipients: vec![project(PARTNER)],
    })
}

/// Two images no longer shared with a project.
pub fn delete_members() -> Mutation {
    Mutation::DeleteMembers(DeleteMembers {
        images: images(),
        recipients: vec![project(PARTNER)],
    })
}

/// Two images accepted.
pub fn update_member() -> Mutation {
    Mutation::UpdateMember(UpdateMember {
        images: images(),
        project: read(PARTNER),
        status: Decision::Accepted,
        vault: None,
    })
}

/// An image shared with a project, alone.
pub fn add_member() -> Mutation {
    Mutation::AddMember(AddMember {
        image: read(IMAGE),
        project: read(PARTNER),
    })
}

/// An image no longer shared with a project, alone.
pub fn delete_member() -> Mutation {
    Mutation::DeleteMember(DeleteMember {
        image: read(IMAGE),
        project: read(PARTNER),
    })
}

/// An image rejected, alone.
pub fn set_member_status() -> Mutation {
    Mutation::SetMemberStatus(SetMemberStatus {
        image: read(IMAGE),
        project: read(PARTNER),
        status: Decision::Rejected,
        vault: None,
    })
}

/// One of each; those over users for an organization and for a repository.
pub fn each() -> [Mutation; 32] {
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
        add_members(),
        update_member(),
        delete_members(),
        add_member(),
        set_member_status(),
        delete_member(),
        create_registry(),
        update_registry(),
        delete_registry(),
        create_policy(),
        disable_policy(),
        delete_policy(),
        start_execution(),
        stop_execution(),
    ]
}
