//! One of each write.

use cloud_api::hss::{
    EnterpriseProject, Page, RegistriesToSync, RegistryToSync, RegistryType, StartImageSync,
    SyncTask, TasksBefore,
};
use cloud_api::swr::{
    AccessLevel, AddOrganizationAccess, AddRepositoryAccess, CancelOrganizationAccess,
    CancelRepositoryAccess, ChangeOrganizationAccess, ChangeRepositoryAccess, CreateOrganization,
    CreateRepository, CreateSyncTask, DeleteOrganization, DeleteRepository, DeleteSyncTask,
    DeleteTag, Grant, RepositoryCategory, SyncImages, SyncTarget, UpdateRepository,
};
use cloud_api::{Mutation, Subject, Timestamp};

pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
pub const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
pub const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

pub fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

pub fn grants(users: &[&str]) -> Vec<Grant> {
    users
        .iter()
        .map(|user| Grant::new(read(user), Some("name"), AccessLevel::Edit))
        .collect()
}

pub fn add(users: &[&str]) -> Mutation {
    Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: grants(users),
    })
}

pub fn change(users: &[&str]) -> Mutation {
    Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: grants(users),
    })
}

pub fn cancel(users: &[&str]) -> Mutation {
    Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        users: users.iter().map(|user| read(user)).collect(),
    })
}

pub fn update(category: &str, description: &str) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category: category.to_owned(),
        description: description.to_owned(),
    })
}

pub fn add_to_organization(users: &[&str]) -> Mutation {
    Mutation::AddOrganizationAccess(AddOrganizationAccess {
        organization: read("acme-web"),
        grants: grants(users),
    })
}

pub fn change_in_organization(users: &[&str]) -> Mutation {
    Mutation::ChangeOrganizationAccess(ChangeOrganizationAccess {
        organization: read("acme-web"),
        grants: grants(users),
    })
}

pub fn cancel_in_organization(users: &[&str]) -> Mutation {
    Mutation::CancelOrganizationAccess(CancelOrganizationAccess {
        organization: read("acme-web"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category,
        description: description.to_owned(),
    })
}

pub fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
        target: target(),
        automatic: true,
        overwrite: false,
    })
}

pub fn delete_sync_task() -> Mutation {
    Mutation::DeleteSyncTask(DeleteSyncTask {
        organization: read("acme-web"),
        repository: read("shop/api"),
        target: target(),
    })
}

pub fn sync_images() -> Mutation {
    Mutation::SyncImages(SyncImages {
        organization: read("acme-web"),
        repository: read("shop/api"),
        tags: vec![read("1.4.2"), read("latest")],
        target: target(),
        overwrite: false,
        newest_job: Some(7),
    })
}

pub fn delete_tag() -> Mutation {
    Mutation::DeleteTag(DeleteTag {
        organization: read("acme-web"),
        repository: read("shop/api"),
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

pub fn grant_of(user: &str) -> Subject {
    Subject::RepositoryGrant {
        organization: read("acme-web"),
        repository: read("shop/api"),
        user: read(user),
    }
}

pub fn organization_grant_of(user: &str) -> Subject {
    Subject::OrganizationGrant {
        organization: read("acme-web"),
        user: read(user),
    }
}

pub fn organization() -> Subject {
    Subject::Organization {
        organization: read("acme-web"),
    }
}

pub fn repository() -> Subject {
    Subject::Repository {
        organization: read("acme-web"),
        repository: read("shop/api"),
    }
}

pub fn visibility() -> Subject {
    Subject::RepositoryVisibility {
        organization: read("acme-web"),
        repository: read("shop/api"),
    }
}

pub fn image_sync() -> Subject {
    Subject::ImageSync {
        project: read(PROJECT),
    }
}

pub fn each() -> [Mutation; 16] {
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
