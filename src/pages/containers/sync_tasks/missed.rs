//! The offer to copy what was pushed while sync tasks of this repository were deleted.

use changes::{InterruptedTask, interrupted_tasks, missed_since};
use cloud_api::RepositoryPath;
use cloud_api::swr::SyncTarget;
use leptos::prelude::*;
use words::list::listed;

use super::manual_sync_dialog::{ManualSync, manual_sync_dialog};
use super::target::target_name;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::ui::{ButtonKind, dialog_while, write_button};
use crate::work::{Work, use_work};

fn interrupted(work: Work, place: &RepositoryPath) -> Vec<InterruptedTask> {
    let mut tasks = all_interrupted(work);
    tasks.retain(|task| task.repository == *place);
    tasks
}

/// The tasks that the person at the screen deleted for a while; reacts.
pub fn all_interrupted(work: Work) -> Vec<InterruptedTask> {
    work.with_records(|records| interrupted_tasks(records.iter().rev().copied()))
}

/// Says what was missed and offers to copy it.
pub fn missed_notice(place: RepositoryPath) -> AnyView {
    let work = use_work();
    let is_syncing = RwSignal::new(false);
    let of_notice = place.clone();
    let notice = move || {
        let tasks = interrupted(work, &of_notice);
        let targets: Vec<String> = tasks.iter().map(|task| target_name(&task.target)).collect();
        shown((!targets.is_empty()).then(|| {
            let words = text::manual_sync_missed(listed(&targets));
            view! {
                <div class="banner warning">
                    <p>{t(words)}</p>
                    {write_button(ButtonKind::Plain, text::manual_sync_missed_action(), move || {
                        is_syncing.set(true);
                    })}
                </div>
            }
        }))
    };
    view! {
        {live(notice)}
        {dialog_while(is_syncing, move |close| {
            let tasks = interrupted(work, &place);
            let since = missed_since(&tasks);
            let targets: Vec<SyncTarget> = tasks.iter().map(|task| task.target.clone()).collect();
            shown(
                since
                    .map(|since| {
                        let sync = ManualSync {
                            place: place.clone(),
                            targets,
                            overwrite: tasks.iter().all(|task| task.overwrite),
                            pushed_after: Some(since),
                        };
                        manual_sync_dialog(sync, close)
                    }),
            )
        })}
    }
    .into_any()
}
