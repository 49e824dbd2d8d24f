//! The offer to copy what was pushed while sync tasks of this repository were deleted.

use cloud_api::swr::SyncTarget;
use leptos::prelude::*;

use super::manual_sync_dialog::{ManualSync, manual_sync_dialog};
use super::target::target_name;
use crate::change::interrupted::{InterruptedTask, interrupted_tasks};
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::pages::containers::place::Place;
use crate::ui::{ButtonKind, button, dialog_while};
use crate::work::{Work, use_work};

/// How much earlier than its deletion a tag may have been pushed and still counts as missed, in
/// milliseconds: the service's clock is not the browser's.
const CLOCKS_DIFFER: i64 = 5 * 60 * 1_000;

fn interrupted(work: Work, place: &Place) -> Vec<InterruptedTask> {
    let mut tasks = interrupted_tasks(work);
    tasks.retain(|task| place.is_of(&task.organization, &task.repository));
    tasks
}

/// Says what was missed and offers to copy it.
pub fn missed_notice(place: Place) -> AnyView {
    let work = use_work();
    let is_syncing = RwSignal::new(false);
    let of_notice = place.clone();
    let notice = move || {
        let tasks = interrupted(work, &of_notice);
        let targets: Vec<String> = tasks.iter().map(|task| target_name(&task.target)).collect();
        shown((!targets.is_empty()).then(|| {
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
        {dialog_while(is_syncing, move |close| {
            let tasks = interrupted(work, &place);
            let since = tasks.iter().map(|task| task.since).min();
            let targets: Vec<SyncTarget> = tasks.iter().map(|task| task.target.clone()).collect();
            shown(
                since
                    .map(|since| {
                        let sync = ManualSync {
                            place: place.clone(),
                            targets,
                            overwrite: tasks.iter().all(|task| task.overwrite),
                            pushed_after: Some(since.plus_milliseconds(-CLOCKS_DIFFER)),
                        };
                        manual_sync_dialog(sync, close)
                    }),
            )
        })}
    }
    .into_any()
}
