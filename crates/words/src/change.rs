//! What a change is called and how it ended.

use std::collections::BTreeSet;

use changes::Change;
use cloud_api::{Kind, Manner, Mutation, Owner, Subject};

use crate::{Message, text};

/// What a change does, in one line.
#[must_use]
pub fn title(change: &Change) -> Message {
    match change.calls().values().next() {
        Some(first) => title_of(&first.mutation, count(change)),
        None => text::activity_nothing(),
    }
}

/// How many things a change is about; somebody whose access is taken away in two places is one person.
fn count(change: &Change) -> usize {
    let subjects = || change.items().values().map(|item| &item.subject);
    let people: BTreeSet<&str> = subjects()
        .filter(|subject| subject.kind == Kind::Grant)
        .map(|subject| &*subject.id)
        .collect();
    let others = subjects().filter(|subject| subject.kind != Kind::Grant);
    people.len() + others.count()
}

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
    }
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
        Mutation::GrantAccess(_)
        | Mutation::ChangeAccess(_)
        | Mutation::RemoveAccess(_)
        | Mutation::CreateOrganization(_)
        | Mutation::CreateRepository(_)
        | Mutation::CreateSharedAccount(_)
        | Mutation::CreateSyncTask(_)
        | Mutation::SyncImages(_)
        | Mutation::DeleteTag(_)
        | Mutation::StartImageSync(_) => None,
    }
}

/// Where a thing is: its organization, and its repository where it has one.
#[must_use]
pub fn place(subject: &Subject) -> String {
    match &subject.of {
        Owner::Organization(_) | Owner::Repository(_) => subject.of.to_string(),
        Owner::Account | Owner::Project(_) => String::new(),
    }
}

/// How much of a change is done.
#[must_use]
pub fn summary(change: &Change) -> Message {
    let progress = change.progress();
    let (done, total) = (progress.done as u64, progress.total as u64);
    let left = (progress.failed + progress.stopped) as u64;
    let mut manners = change.calls().values().map(|call| call.mutation.manner());
    let manner = manners.next().unwrap_or(Manner::Change);
    let manner = match manners.find(|other| *other == Manner::Remove) {
        Some(removal) => removal,
        None => manner,
    };
    match (manner, left) {
        (Manner::Remove, 0) => text::work_removed(done, total),
        (Manner::Remove, left) => text::work_removed_left(done, left, total),
        (Manner::Start, 0) => text::work_started(done, total),
        (Manner::Start, left) => text::work_started_left(done, left, total),
        (Manner::Change, 0) => text::work_progress(done, total),
        (Manner::Change, left) => text::work_ended(done, left, total),
    }
}
