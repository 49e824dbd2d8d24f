//! What was pushed while a sync task was deleted: a task that is made again does not copy it.

use changes::ItemState;
use cloud_api::swr::{CreateSyncTask, SyncTarget};
use cloud_api::{Mutation, Timestamp};
use leptos::prelude::*;

use super::dialog;
use super::manual_sync_dialog::{ManualSync, manual_sync_dialog};
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::pages::place::Place;
use crate::pages::sync_target::target_name;
use crate::ui::{ButtonKind, button};
use crate::work::{Entry, Work, use_work};

/// What sync tasks of one repository missed while they were gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The targets to which nothing was copied meanwhile.
    pub targets: Vec<SyncTarget>,
    /// Whether all of the tasks overwrite.
    pub overwrite: bool,
    /// When the first deletion was sent.
    pub since: Timestamp,
}

/// The automatic tasks of a repository that were deleted here and made again by an undo, and whose
/// targets were not synced by hand since; reacts.
#[must_use]
pub fn missed(work: Work, place: &Place) -> Option<Missed> {
    let mut deleted: Vec<(SyncTarget, Timestamp)> = Vec::new();
    let mut made_again: Vec<CreateSyncTask> = Vec::new();
    // From the oldest on: what was done later counts.
    for entry in work.entries().into_iter().rev() {
        for (mutation, sent_at) in done(entry) {
            match mutation {
                Mutation::DeleteSyncTask(write)
                    if place.is_of(&write.organization, &write.repository) =>
                {
                    made_again.retain(|task| task.target != write.target);
                    deleted.retain(|(target, _)| *target != write.target);
                    deleted.push((write.target, sent_at));
                }
                Mutation::CreateSyncTask(write)
                    if place.is_of(&write.organization, &write.repository) =>
                {
                    let was_deleted = deleted.iter().any(|(target, _)| *target == write.target);
                    if was_deleted && write.automatic {
                        made_again.push(write);
                    }
                }
                Mutation::SyncImages(write)
                    if place.is_of(&write.organization, &write.repository) =>
                {
                    made_again.retain(|task| task.target != write.target);
                }
                _ => {}
            }
        }
    }
    let is_missed = |target: &SyncTarget| made_again.iter().any(|task| task.target == *target);
    let since = deleted.iter().filter(|(target, _)| is_missed(target));
    Some(Missed {
        since: since.map(|(_, sent_at)| *sent_at).min()?,
        overwrite: made_again.iter().all(|task| task.overwrite),
        targets: made_again.into_iter().map(|task| task.target).collect(),
    })
}

/// The calls of a change that did something, with the time when they were sent.
fn done(entry: Entry) -> Vec<(Mutation, Timestamp)> {
    entry.change.with(|change| {
        let calls = change.calls().values();
        let did = |item| matches!(change.items().get(item), Some(item) if matches!(item.state, ItemState::Done { .. }));
        calls
            .filter(|call| call.items.iter().any(did))
            .filter_map(|call| Some((call.mutation.clone(), call.sent_at?)))
            .collect()
    })
}

/// Says what was missed and offers to copy it.
pub fn missed_notice(place: Place) -> AnyView {
    let work = use_work();
    let is_syncing = RwSignal::new(false);
    let of_notice = place.clone();
    let notice = move || {
        let missed = missed(work, &of_notice);
        shown(missed.map(|missed| {
            let targets: Vec<String> = missed.targets.iter().map(target_name).collect();
            let words = text::manual_sync_missed(targets.join(", "));
            view! {
                <div class="banner warning">
                    <p>{t(words)}</p>
                    {button(ButtonKind::Plain, text::manual_sync_missed_action(), move || {
                        is_syncing.set(true);
                    })}
                </div>
            }
        }))
    };
    view! {
        {live(notice)}
        {dialog(is_syncing, move |close| {
            shown(
                missed(work, &place)
                    .map(|missed| {
                        let sync = ManualSync {
                            place: place.clone(),
                            targets: missed.targets,
                            overwrite: missed.overwrite,
                            pushed_after: Some(missed.since),
                        };
                        manual_sync_dialog(sync, close)
                    }),
            )
        })}
    }
    .into_any()
}
