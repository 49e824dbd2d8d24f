//! How a change stands, in the one line that stands for it.

use std::collections::BTreeMap;

use changes::{Change, Item, ItemState, Standing, Undone};
use cloud_api::enterprise::PolicyChange;
use cloud_api::ims::{Decision, SetMemberStatus, UpdateMember};
use cloud_api::{Kind, Manner, Mutation};

use crate::change::place;
use crate::item::{error_of, remedy, state_words};
use crate::{Message, text};

/// How a change stands, in one line: what is done with how many of what, and whether the cloud was asked.
#[must_use]
pub fn result(change: &Change) -> Message {
    let Some(first) = leading(change) else {
        return text::activity_nothing();
    };
    let (done, total) = counts(change, first);
    let deed = Deed::of(change, first);
    let (working, all_done) = (deed.working(total), || deed.finished(total));
    match change.standing() {
        Standing::Sending | Standing::Working if total > 1 => {
            text::result_running_many(done, total, working)
        }
        Standing::Sending | Standing::Working => text::result_running(working),
        Standing::Unknown if change.progress().unknown > 0 => text::result_unknown(working),
        Standing::Unknown if change.has_held() => text::result_still_unknown(working),
        Standing::Unknown => text::result_retrying(working),
        Standing::StillUnknown => text::result_still_unknown(working),
        // “Accepted” is how an image stands.
        Standing::Checking if is_answer(first) => text::result_checking(working),
        Standing::Checking => text::result_accepted(working),
        Standing::Left if done == 0 => nothing_done(change, working),
        Standing::Left => left(deed, done, total),
        Standing::NotChecked => text::result_not_checked(all_done()),
        Standing::Checked { at } => match was_so_before(change, first) {
            Some(item) => text::result_ended(state_of(change, item), working),
            None => text::result_checked(at, all_done()),
        },
    }
}

/// The write that a change is called by: the first one of those for which everything else is done. A target
/// registry is freed for its deletion, and executions are stopped for what is done with their policy.
fn leading(change: &Change) -> Option<&Mutation> {
    let writes = || change.calls().values().map(|call| &call.mutation);
    let is_deletion = |write: &&Mutation| matches!(write, Mutation::DeleteRegistry(_));
    let is_stop = |write: &&Mutation| matches!(write, Mutation::StopExecution(_));
    let deletion = writes().find(is_deletion);
    let deed = deletion.or_else(|| writes().find(|it| !is_stop(it)));
    deed.or_else(|| writes().next())
}

/// Whether a thing of this kind is not what was wanted, but only makes way for it.
fn makes_way(kind: Kind, leading: &Mutation) -> bool {
    match leading {
        Mutation::DeleteRegistry(_) => kind != Kind::TargetRegistry,
        Mutation::DeletePolicy(_) | Mutation::UpdatePolicy(_) => kind == Kind::Execution,
        _ => false,
    }
}

/// What a change is called by.
#[derive(Clone, Copy)]
struct Deed<'a> {
    leading: &'a Mutation,
    /// Deleted policies are created again, and others are changed back: neither word is true of all of them.
    brings_policies_back: bool,
}

impl<'a> Deed<'a> {
    fn of(change: &Change, leading: &'a Mutation) -> Self {
        let mut writes = change.calls().values().map(|call| &call.mutation);
        let is_creation = |write: &Mutation| matches!(write, Mutation::CreatePolicy(_));
        let is_update = |write: &Mutation| matches!(write, Mutation::UpdatePolicy(_));
        let brings_policies_back = writes.clone().any(is_creation) && writes.any(is_update);
        Self {
            leading,
            brings_policies_back,
        }
    }

    fn working(self, count: u64) -> Message {
        if self.brings_policies_back {
            text::working_bring_policies_back(count)
        } else {
            working(self.leading, count)
        }
    }

    fn finished(self, count: u64) -> Message {
        if self.brings_policies_back {
            text::done_bring_policies_back(count)
        } else {
            finished(self.leading, count)
        }
    }
}

/// Whether it accepts or rejects what others share.
fn is_answer(mutation: &Mutation) -> bool {
    matches!(
        mutation,
        Mutation::UpdateMember(_) | Mutation::SetMemberStatus(_)
    )
}

/// How much of a change was undone.
#[must_use]
pub fn undone(undone: Undone) -> Message {
    let (done, of) = (undone.done as u64, undone.of as u64);
    match undone.under_way {
        _ if done >= of => text::activity_undone(),
        0 => text::activity_undone_part(done, of),
        _ => text::activity_undoing(done, of),
    }
}

/// How many things are as they were wanted, of how many. Somebody whose access is taken away in two
/// places is one person, from whom it is taken once both are done.
fn counts(change: &Change, leading: &Mutation) -> (u64, u64) {
    let mut people: BTreeMap<&str, bool> = BTreeMap::new();
    let (mut done, mut total) = (0, 0);
    for item in change.items().values() {
        if makes_way(item.subject.kind, leading) {
            continue;
        }
        let is_done = item.state.is_done();
        if item.subject.kind == Kind::Grant {
            *people.entry(&item.subject.id).or_insert(true) &= is_done;
        } else {
            total += 1;
            done += u64::from(is_done);
        }
    }
    let taken = people.values().filter(|is_done| **is_done).count();
    (done + taken as u64, total + people.len() as u64)
}

/// Why none of it was done, by the first of it.
fn nothing_done(change: &Change, working: Message) -> Message {
    let mut items = change.items().values();
    let Some(item) = items.find(|item| matches!(item.state, ItemState::Failed(_))) else {
        return text::result_ended(text::state_stopped(), working);
    };
    let state = state_of(change, item);
    match error_of(&item.state) {
        Some(error) => {
            let manner = manner_of(change, item);
            let remedy = remedy(&item.subject, &item.name, error, manner);
            text::result_refused(state, working, remedy)
        }
        None => text::result_ended(state, working),
    }
}

/// What is done of it, and how many are as they were.
fn left(deed: Deed<'_>, done: u64, total: u64) -> Message {
    let (what, left) = (deed.finished(done), total - done);
    match deed.leading {
        Mutation::RemoveAccess(_) => text::result_left_access(left, total, what),
        first if first.manner() == Manner::Remove => text::result_left_there(left, total, what),
        _ => text::result_left(left, total, what),
    }
}

/// The first item that was wanted, where all were as they were wanted before anything was sent.
fn was_so_before<'a>(change: &'a Change, leading: &Mutation) -> Option<&'a Item> {
    let mut items = change.items().values();
    let is_so = |item: &Item| matches!(item.state, ItemState::AlreadyDone { .. });
    let wanted = |item: &&Item| !makes_way(item.subject.kind, leading);
    items
        .clone()
        .all(is_so)
        .then(|| items.find(wanted))
        .flatten()
}

fn state_of(change: &Change, item: &Item) -> Message {
    state_words(item.subject.kind, &item.state, manner_of(change, item))
}

fn manner_of(change: &Change, item: &Item) -> Manner {
    let mutation = change.mutation(item.planned_in);
    mutation.map_or(Manner::Change, Mutation::manner)
}

/// What is being done with so many.
fn working(mutation: &Mutation, count: u64) -> Message {
    let name = name_of(mutation);
    match mutation {
        Mutation::RemoveAccess(_) => text::working_remove_access(count, name),
        Mutation::GrantAccess(_) => text::working_grant_access(count, name),
        Mutation::ChangeAccess(_) => text::working_change_access(count, name),
        Mutation::UpdateRepository(write) if write.is_public => text::working_public(name),
        Mutation::UpdateRepository(_) => text::working_private(name),
        Mutation::CreateOrganization(_) => text::working_create_organization(name),
        Mutation::DeleteOrganization(_) => text::working_delete_organizations(count),
        Mutation::CreateRepository(_) => text::working_create_repository(name),
        Mutation::DeleteRepository(write) => {
            text::working_delete_repositories(count, write.repository.organization.to_string())
        }
        Mutation::CreateSharedAccount(_) => text::working_share_with_accounts(count, name),
        Mutation::DeleteSharedAccount(_) => text::working_stop_sharing_with_accounts(count, name),
        Mutation::CreateSyncTask(_) => text::working_create_sync_tasks(count),
        Mutation::DeleteSyncTask(_) => text::working_delete_sync_tasks(count),
        Mutation::SyncImages(_) => text::working_sync_images(count),
        Mutation::DeleteTag(_) => text::working_delete_tags(count, name),
        Mutation::StartImageSync(_) => text::working_image_sync(),
        Mutation::AddMembers(_) | Mutation::AddMember(_) => text::working_share_images(count),
        Mutation::DeleteMembers(_) | Mutation::DeleteMember(_) => {
            text::working_stop_sharing_images(count)
        }
        Mutation::UpdateMember(UpdateMember { status, .. })
        | Mutation::SetMemberStatus(SetMemberStatus { status, .. }) => match status {
            Decision::Accepted => text::working_accept_images(count),
            Decision::Rejected => text::working_reject_images(count),
        },
        Mutation::CreateRegistry(write) => {
            text::working_create_target_registry(write.settings.name.to_string())
        }
        Mutation::UpdateRegistry(write) => {
            text::working_change_target_registry(write.settings.name.to_string())
        }
        Mutation::DeleteRegistry(_) => text::working_delete_target_registries(count),
        Mutation::CreatePolicy(_) => text::working_create_policies(count),
        Mutation::UpdatePolicy(write) => match write.change {
            PolicyChange::Edit => text::working_change_policies(count),
            PolicyChange::Enable => text::working_enable_policies(count),
            PolicyChange::Disable => text::working_disable_policies(count),
            PolicyChange::PointElsewhere => text::working_point_policies(count),
        },
        Mutation::DeletePolicy(_) => text::working_delete_policies(count),
        Mutation::StartExecution(_) => text::working_run_policies(count),
        Mutation::StopExecution(_) => text::working_stop_executions(count),
    }
}

/// What was done with so many.
fn finished(mutation: &Mutation, count: u64) -> Message {
    let name = name_of(mutation);
    match mutation {
        Mutation::RemoveAccess(_) => text::done_remove_access(count, name),
        Mutation::GrantAccess(_) => text::done_grant_access(count, name),
        Mutation::ChangeAccess(_) => text::done_change_access(count, name),
        Mutation::UpdateRepository(write) if write.is_public => text::done_public(name),
        Mutation::UpdateRepository(_) => text::done_private(name),
        Mutation::CreateOrganization(_) => text::done_create_organization(name),
        Mutation::DeleteOrganization(_) => text::done_delete_organizations(count),
        Mutation::CreateRepository(_) => text::done_create_repository(name),
        Mutation::DeleteRepository(write) => {
            text::done_delete_repositories(count, write.repository.organization.to_string())
        }
        Mutation::CreateSharedAccount(_) => text::done_share_with_accounts(count, name),
        Mutation::DeleteSharedAccount(_) => text::done_stop_sharing_with_accounts(count, name),
        Mutation::CreateSyncTask(_) => text::done_create_sync_tasks(count),
        Mutation::DeleteSyncTask(_) => text::done_delete_sync_tasks(count),
        Mutation::SyncImages(_) => text::done_sync_images(count),
        Mutation::DeleteTag(_) => text::done_delete_tags(count, name),
        Mutation::StartImageSync(_) => text::done_image_sync(),
        Mutation::AddMembers(_) | Mutation::AddMember(_) => text::done_share_images(count),
        Mutation::DeleteMembers(_) | Mutation::DeleteMember(_) => {
            text::done_stop_sharing_images(count)
        }
        Mutation::UpdateMember(UpdateMember { status, .. })
        | Mutation::SetMemberStatus(SetMemberStatus { status, .. }) => match status {
            Decision::Accepted => text::done_accept_images(count),
            Decision::Rejected => text::done_reject_images(count),
        },
        Mutation::CreateRegistry(write) => {
            text::done_create_target_registry(write.settings.name.to_string())
        }
        Mutation::UpdateRegistry(write) => {
            text::done_change_target_registry(write.settings.name.to_string())
        }
        Mutation::DeleteRegistry(_) => text::done_delete_target_registries(count),
        Mutation::CreatePolicy(_) => text::done_create_policies(count),
        Mutation::UpdatePolicy(write) => match write.change {
            PolicyChange::Edit => text::done_change_policies(count),
            PolicyChange::Enable => text::done_enable_policies(count),
            PolicyChange::Disable => text::done_disable_policies(count),
            PolicyChange::PointElsewhere => text::done_point_policies(count),
        },
        Mutation::DeletePolicy(_) => text::done_delete_policies(count),
        Mutation::StartExecution(_) => text::done_run_policies(count),
        Mutation::StopExecution(_) => text::done_stop_executions(count),
    }
}

fn name_of(mutation: &Mutation) -> String {
    mutation.subjects().first().map(place).unwrap_or_default()
}
