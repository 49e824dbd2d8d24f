//! What a change is called and how it ended.

use changes::Change;
use cloud_api::{Mutation, Subject};

use crate::i18n::{Message, text};

/// What a change does, in one line.
#[must_use]
pub fn title(change: &Change) -> Message {
    let count = change.items().len() as u64;
    let Some(first) = change.calls().values().next() else {
        return text::activity_nothing();
    };
    let name = first
        .mutation
        .subjects()
        .first()
        .map(place)
        .unwrap_or_default();
    match &first.mutation {
        Mutation::CancelRepositoryAccess(_) | Mutation::CancelOrganizationAccess(_) => {
            text::work_cancel(count, name)
        }
        Mutation::AddRepositoryAccess(_) | Mutation::AddOrganizationAccess(_) => {
            text::work_grant(count, name)
        }
        Mutation::ChangeRepositoryAccess(_) | Mutation::ChangeOrganizationAccess(_) => {
            text::work_change(count, name)
        }
        Mutation::UpdateRepository(write) if write.is_public => text::work_public(name),
        Mutation::UpdateRepository(_) => text::work_private(name),
        Mutation::CreateOrganization(_) => text::work_create_organization(name),
        Mutation::DeleteOrganization(_) => text::work_delete_organizations(count),
        Mutation::CreateRepository(_) => text::work_create_repository(name),
        Mutation::DeleteRepository(write) => {
            text::work_delete_repositories(count, write.organization.to_string())
        }
        Mutation::CreateSyncTask(_) => text::work_create_sync_tasks(count),
        Mutation::DeleteSyncTask(_) => text::work_delete_sync_tasks(count),
        Mutation::SyncImages(_) => text::work_sync_images(count),
        Mutation::DeleteTag(_) => text::work_delete_tags(count, name),
        Mutation::StartImageSync(_) => text::work_image_sync(),
    }
}

/// Where a thing is: its organization, and its repository where it has one.
#[must_use]
pub fn place(subject: &Subject) -> String {
    match (subject.organization(), subject.repository()) {
        (Some(organization), Some(repository)) => format!("{organization}/{repository}"),
        (Some(organization), None) => organization.to_string(),
        (None, _) => String::new(),
    }
}

/// How much of a change is done.
#[must_use]
pub fn summary(change: &Change) -> Message {
    let progress = change.progress();
    let (done, total) = (progress.done as u64, progress.total as u64);
    let left = (progress.failed + progress.stopped) as u64;
    let is_removal = change
        .calls()
        .values()
        .any(|call| call.mutation.is_removal());
    match (is_removal, left) {
        (true, 0) => text::work_removed(done, total),
        (true, left) => text::work_removed_left(done, left, total),
        (false, 0) => text::work_progress(done, total),
        (false, left) => text::work_ended(done, left, total),
    }
}
