//! The sync tasks of all repositories: where all images are copied to, and what failed.

mod coverage;
mod missing_dialog;
mod repository_list;
mod row;
mod targets;

use std::collections::HashSet;

use cloud_api::swr::ListSyncTasks;
use cloud_api::{Operation as _, Request, Subject};
use leptos::prelude::*;

use super::sync_tasks::copies::copy_sync_tasks;
use super::sync_tasks::delete_dialog::{PlacedTask, delete_sync_tasks_dialog};
use super::sync_tasks::offer::where_sync_is_offered;
use crate::change::interrupted::interrupted_tasks;
use crate::change::recent::recent_change;
use crate::i18n::{Message, t, text};
use crate::listing::pause::pause_button;
use crate::listing::resource_table::{ResourceTable, use_filter};
use crate::live::{derived, live, shown};
use crate::query::use_live_refresh;
use crate::query::{FoundTask, SyncTaskScan, use_sync_task_scan};
use crate::route::use_navigation;
use crate::table::{Column, Describe, Selecting, use_shown, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button, button};
use crate::work::{Work, use_work};
use coverage::{coverage, is_reading};
use missing_dialog::missing_dialog;
use repository_list::{Listed, repository_list};
use row::{cell, name, row_text};
use targets::{Wanted, targets};

/// A dialog that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Missing,
    /// The same of the tasks that were deleted for a while.
    Missed,
    Delete,
}

fn placed(found: FoundTask) -> Option<PlacedTask> {
    let (organization, repository) = found.place?;
    Some(PlacedTask {
        organization,
        repository,
        task: found.task,
    })
}

/// The page.
pub fn page() -> AnyView {
    where_sync_is_offered(offered_page)
}

fn offered_page() -> AnyView {
    let scan = use_sync_task_scan();
    let list = repository_list();
    let unnameable = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_| {
        // Only a whole list: a part of it would be scanned in vain.
        if list.status.read_at.get().is_some() {
            let mut places = Vec::new();
            let mut names = Vec::new();
            let mut known = HashSet::new();
            for listed in list.rows.get_untracked().iter() {
                match listed {
                    Listed::Place(place) if known.insert(place.clone()) => {
                        places.push(place.clone())
                    }
                    Listed::Place(_) => {}
                    Listed::Unnameable(name) => names.push(name.clone()),
                }
            }
            unnameable.set(names);
            scan.cover(places);
        }
    });
    let navigation = use_navigation();
    let wanted = Wanted {
        target: navigation.parameter("target"),
        last: navigation.parameter("last"),
    };
    let filter = use_filter();
    let sort = use_sort_in_address("target");
    let describe = Describe {
        text: row_text,
        name,
        is_selectable: |found: &FoundTask| found.task.target().is_some(),
        cell: Box::new(cell),
    };
    let rows = use_shown(
        move || wanted.of(&scan.found()),
        filter.text(),
        sort,
        describe,
    );
    let columns = vec![
        Column::text("repository", text::repositories_name()),
        Column::text("target", text::all_sync_tasks_target()),
        Column::text("automatic", text::all_sync_tasks_automatic()),
        Column::text("last", text::all_sync_tasks_last()),
        Column::number("age", text::all_sync_tasks_last_age()),
        Column::number("read", text::all_sync_tasks_read()),
    ];
    let selected = rows.selected;
    let work = use_work();
    let live_refresh = use_live_refresh(
        live(move || scan.is_moving()),
        live(move || is_reading(scan)),
        Callback::new(move |()| scan.read_moving_again()),
    );
    let open = RwSignal::new(Open::None);
    let chosen = move || {
        let found = wanted.of(&scan.found());
        let places = selected.places().into_iter();
        let chosen: Vec<FoundTask> = places
            .filter_map(|place| found.get(place as usize).cloned())
            .collect();
        chosen
    };
    let action = move |kind, label: Box<dyn Fn() -> Message + Send>, dialog| {
        action_button(Action {
            kind,
            label,
            is_enabled: Box::new(move || selected.count() > 0),
            run: Box::new(move || open.set(dialog)),
        })
    };
    let delete_label = move || match selected.count() {
        0 => text::delete_sync_tasks_none(),
        count => text::delete_sync_tasks_title(count),
    };
    let actions = [
        pause_button(live_refresh),
        action(
            ButtonKind::Plain,
            Box::new(text::missing_action),
            Open::Missing,
        ),
        action(ButtonKind::DangerText, Box::new(delete_label), Open::Delete),
    ]
    .into_any();
    let dialog = move || {
        let close = Callback::new(move |()| open.set(Open::None));
        let clear = Callback::new(move |()| selected.clear());
        match open.get() {
            Open::None => ().into_any(),
            Open::Missing => missing_dialog(untrack(chosen), close),
            Open::Missed => missing_dialog(untrack(|| interrupted(scan, work)), close),
            Open::Delete => {
                let tasks = untrack(chosen).into_iter().filter_map(placed).collect();
                delete_sync_tasks_dialog(tasks, clear, close)
            }
        }
    };
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        scan.start_again();
    });
    let on_screen = move || -> Vec<PlacedTask> {
        let found = wanted.of(&scan.found());
        let places = rows.matching_places();
        let shown = places.iter().filter_map(|place| found.get(*place as usize));
        shown.cloned().filter_map(placed).collect()
    };
    view! {
        <p class="page-purpose">{t(text::all_sync_tasks_purpose())}</p>
        {coverage(scan, unnameable)}
        {targets(scan, navigation, wanted)}
        <ResourceTable
            id="all-sync-tasks-title"
            class="all-sync-tasks-table"
            title=text::all_sync_tasks_table()
            filter=(filter, text::all_sync_tasks_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=list.status
            progress=list.progress
            refresh
            nothing=live(text::all_sync_tasks_nothing)
            actions
            notices=[missed_notice(work, open), recent_change(is_about_sync)].into_any()
        />
        {copies(scan, on_screen)}
        {live(dialog)}
    }
    .into_any()
}

/// The tasks that were deleted here for a while, as far as the scan has found them; reacts.
fn interrupted(scan: SyncTaskScan, work: Work) -> Vec<FoundTask> {
    let interrupted = interrupted_tasks(work);
    let is_interrupted = |found: &FoundTask| {
        let Some(((organization, repository), target)) =
            found.place.as_ref().zip(found.task.target())
        else {
            return false;
        };
        interrupted.iter().any(|task| {
            task.organization == *organization
                && task.repository == *repository
                && task.target == target
        })
    };
    let found = scan.found();
    found
        .iter()
        .filter(|found| is_interrupted(found))
        .cloned()
        .collect()
}

/// Says that tasks were deleted for a while and offers to copy what they missed.
fn missed_notice(work: Work, open: RwSignal<Open>) -> AnyView {
    live(move || {
        let count = interrupted_tasks(work).len() as u64;
        shown((count > 0).then(|| {
            view! {
                <div class="banner warning">
                    <p>{t(text::missing_interrupted(count))}</p>
                    {button(ButtonKind::Plain, text::manual_sync_missed_action(), move || {
                        open.set(Open::Missed);
                    })}
                </div>
            }
        }))
    })
    .into_any()
}

/// The tasks on screen to copy, once no more are being found.
fn copies(
    scan: SyncTaskScan,
    on_screen: impl Fn() -> Vec<PlacedTask> + Copy + Send + 'static,
) -> AnyView {
    let reads = move || {
        let mut requests: Vec<Request> = Vec::new();
        for placed in on_screen() {
            let read = ListSyncTasks {
                organization: placed.organization,
                repository: placed.repository,
            };
            let request = read.request();
            // Tasks of one repository stand together.
            if requests.last() != Some(&request) {
                requests.push(request);
            }
        }
        requests
    };
    let is_settled = derived(move || !is_reading(scan));
    live(move || {
        let is_settled = is_settled.get();
        shown(is_settled.then(|| copy_sync_tasks(live(reads), live(on_screen))))
    })
    .into_any()
}

fn is_about_sync(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::SyncTask { .. } | Subject::ManualSync { .. }
    )
}
