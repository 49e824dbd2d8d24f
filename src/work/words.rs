//! What a change is called and how it ended.

use changes::Change;
use cloud_api::Mutation;

use crate::i18n::{Message, text};

/// What a change does, in one line.
#[must_use]
pub fn title(change: &Change) -> Message {
    let count = change.items().len() as u64;
    match change.calls().values().next().map(|call| &call.mutation) {
        Some(Mutation::CancelRepositoryAccess(write)) => {
            text::work_cancel(count, place(&write.organization, &write.repository))
        }
        Some(Mutation::AddRepositoryAccess(write)) => {
            text::work_grant(count, place(&write.organization, &write.repository))
        }
        Some(Mutation::ChangeRepositoryAccess(write)) => {
            text::work_change(count, place(&write.organization, &write.repository))
        }
        Some(Mutation::UpdateRepository(write)) if write.is_public => {
            text::work_public(place(&write.organization, &write.repository))
        }
        Some(Mutation::UpdateRepository(write)) => {
            text::work_private(place(&write.organization, &write.repository))
        }
        None => text::activity_nothing(),
    }
}

fn place(
    organization: &cloud_api::OrganizationName,
    repository: &cloud_api::RepositoryName,
) -> String {
    format!("{organization}/{repository}")
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
