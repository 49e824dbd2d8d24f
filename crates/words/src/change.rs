//! What a change is called before it is made, and what it takes away.

use cloud_api::enterprise::PolicyChange;
use cloud_api::ims::{Decision, SetMemberStatus, UpdateMember};
use cloud_api::{Mutation, Owner, Subject};

use crate::{Message, text};

/// What a write does with so many things, together with others of its kind.
#[must_use]
pub fn title_of(mutation: &Mutation, count: usize) -> Message {
    let count = count as u64;
    let name = mutation.subjects().first().map(place).unwrap_or_default();
    match mutation {
        Mutation::RemoveAccess(_) => text::work_cancel(count, name),
        Mutation::GrantAccess(_) => text::work_grant(count, name),
        Mutation::ChangeAccess(_) => text::work_change(count, name),
        Mutation::UpdateRepository(write) if write.is_public => text::work_public(name),
        Mutation::UpdateRepository(_) => text::work_private(name),
        Mutation::CreateOrganization(_) => text::work_create_organization(name),
        Mutation::DeleteOrganization(_) => text::work_delete_organizations(count),
        Mutation::CreateRepository(_) => text::work_create_repository(name),
        Mutation::DeleteRepository(write) => {
            text::work_delete_repositories(count, write.repository.organization.to_string())
        }
        Mutation::CreateSharedAccount(_) => text::work_share_with_accounts(count, name),
        Mutation::DeleteSharedAccount(_) => text::work_stop_sharing_with_accounts(count, name),
        Mutation::CreateSyncTask(_) => text::work_create_sync_tasks(count),
        Mutation::DeleteSyncTask(_) => text::work_delete_sync_tasks(count),
        Mutation::SyncImages(_) => text::work_sync_images(count),
        Mutation::DeleteTag(_) => text::work_delete_tags(count, name),
        Mutation::StartImageSync(_) => text::work_image_sync(),
        Mutation::AddMembers(_) | Mutation::AddMember(_) => text::work_share_images(count),
        Mutation::DeleteMembers(_) | Mutation::DeleteMember(_) => {
            text::work_stop_sharing_images(count)
        }
        Mutation::UpdateMember(UpdateMember { status, .. })
        | Mutation::SetMemberStatus(SetMemberStatus { status, .. }) => match status {
            Decision::Accepted => text::work_accept_images(count),
            Decision::Rejected => text::work_reject_images(count),
        },
        Mutation::CreateRegistry(write) => {
            text::work_create_target_registry(write.settings.name.to_string())
        }
        Mutation::UpdateRegistry(write) => {
            text::work_change_target_registry(write.settings.name.to_string())
        }
        Mutation::DeleteRegistry(_) => text::work_delete_target_registries(count),
        Mutation::CreatePolicy(_) => text::work_create_policies(count),
        Mutation::UpdatePolicy(write) => match write.change {
            PolicyChange::Edit => text::work_change_policies(count),
            PolicyChange::Enable => text::work_enable_policies(count),
            PolicyChange::Disable => text::work_disable_policies(count),
            PolicyChange::PointElsewhere => text::work_point_policies(count),
        },
        Mutation::DeletePolicy(_) => text::work_delete_policies(count),
        Mutation::StartExecution(_) => text::work_run_policies(count),
        Mutation::StopExecution(_) => text::work_stop_executions(count),
    }
}

/// Whether it only makes or gives, and nothing that is there is taken away or changed.
#[must_use]
pub fn only_gives(mutation: &Mutation) -> bool {
    matches!(
        mutation,
        Mutation::GrantAccess(_)
            | Mutation::CreateOrganization(_)
            | Mutation::CreateRepository(_)
            | Mutation::CreateSharedAccount(_)
            | Mutation::CreateSyncTask(_)
            | Mutation::AddMembers(_)
            | Mutation::AddMember(_)
            | Mutation::CreateRegistry(_)
            | Mutation::CreatePolicy(_)
    )
}

/// What an undo that consists of so many of these takes from somebody or gives to everyone; `None`
/// when its title says all.
#[must_use]
pub fn consequence_of_undo(mutation: &Mutation, count: usize) -> Option<Message> {
    match mutation {
        // What was pushed into a new repository since then goes with it.
        Mutation::DeleteRepository(_) => Some(text::delete_repositories_consequence()),
        Mutation::DeleteOrganization(_) => Some(text::delete_organizations_consequence()),
        Mutation::UpdateRepository(write) => write.is_public.then(text::undo_public),
        Mutation::DeleteSyncTask(_) => Some(text::automatic_sync_consequence_delete_many()),
        Mutation::DeleteSharedAccount(_) => Some(text::shared_accounts_consequence(count as u64)),
        Mutation::DeleteMembers(_) | Mutation::DeleteMember(_) => {
            Some(text::stop_sharing_images_consequence())
        }
        Mutation::DeletePolicy(_) => Some(text::undo_delete_policies()),
        Mutation::DeleteRegistry(_) => Some(text::undo_delete_target_registries()),
        Mutation::GrantAccess(_)
        | Mutation::ChangeAccess(_)
        | Mutation::RemoveAccess(_)
        | Mutation::CreateOrganization(_)
        | Mutation::CreateRepository(_)
        | Mutation::CreateSharedAccount(_)
        | Mutation::CreateSyncTask(_)
        | Mutation::SyncImages(_)
        | Mutation::DeleteTag(_)
        | Mutation::StartImageSync(_)
        | Mutation::AddMembers(_)
        | Mutation::AddMember(_)
        | Mutation::UpdateMember(_)
        | Mutation::SetMemberStatus(_)
        | Mutation::CreateRegistry(_)
        | Mutation::UpdateRegistry(_)
        | Mutation::CreatePolicy(_)
        | Mutation::UpdatePolicy(_)
        | Mutation::StartExecution(_)
        | Mutation::StopExecution(_) => None,
    }
}

/// Where a thing is: its organization, and its repository where it has one, or its machine image.
#[must_use]
pub fn place(subject: &Subject) -> String {
    match &subject.of {
        Owner::Organization(_) | Owner::Repository(_) | Owner::Image(_) => subject.of.to_string(),
        Owner::Account | Owner::Project(_) | Owner::Instance(_) => String::new(),
    }
}
