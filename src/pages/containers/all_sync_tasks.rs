//! The sync tasks of all repositories: where all images are copied to, and what failed.

mod columns;
mod coverage;
mod found_task;
mod missing_dialog;
mod repository_list;
mod targets;

use std::collections::HashSet;

use cloud_api::swr::ListSyncTasks;
use cloud_api::{Kind, Operation as _, Request, Subject};
use leptos::prelude::*;

use super::sync_tasks::copies::copy_sync_tasks;
use super::sync_tasks::delete_dialog::{PlacedTask, delete_sync_tasks_dialog};
use super::sync_tasks::missed::all_interrupted;
use super::sync_tasks::offer::where_sync_is_offered;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing};
use crate::live::{derived, live, shown};
use crate::query::use_live_refresh;
use crate::route::use_navigation;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, button, page_help};
use crate::work::{Work, use_work};
use columns::columns;
use coverage::{coverage, is_reading};
use found_task::{FoundTask, SyncTaskScan, moves, use_sync_task_scan};
use missing_dialog::missing_dialog;
use repository_list::{Listed, repository_list};
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
    Some(PlacedTask {
        repository: found.place?,
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
    let filter = use_filter(text::all_sync_tasks_filter);
    let sort = use_sort_in_address("target");
    let wanted_now = move || wanted.of(&scan.found());
    let rows = use_rows(columns(), wanted_now, filter.text(), Some(sort));
    let selected = rows.selected();
    let work = use_work();
    let live_refresh = use_live_refresh(
        live(move || scan.has(|tasks| moves(tasks))),
        live(move || is_reading(scan)),
        Callback::new(move |()| scan.read_again_where(|tasks| moves(tasks))),
    );
    let open = RwSignal::new(Open::None);
    let chosen_actions = [
        selected_action(
            ButtonKind::Plain,
            selected,
            |_| text::missing_action(),
            move || open.set(Open::Missing),
        ),
        selected_action(
            ButtonKind::DangerText,
            selected,
            text::delete_sync_tasks_title,
            move || open.set(Open::Delete),
        ),
    ]
    .into_any();
    let dialog = move || {
        let close = Callback::new(move |()| open.set(Open::None));
        let clear = Callback::new(move |()| selected.clear());
        match open.get() {
            Open::None => ().into_any(),
            Open::Missing => missing_dialog(untrack(|| rows.chosen()), close),
            Open::Missed => missing_dialog(untrack(|| interrupted(scan, work)), close),
            Open::Delete => {
                let chosen = untrack(|| rows.chosen()).into_iter();
                delete_sync_tasks_dialog(chosen.filter_map(placed).collect(), clear, close)
            }
        }
    };
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        scan.start_again();
    });
    let on_screen =
        move || -> Vec<PlacedTask> { rows.matching().into_iter().filter_map(placed).collect() };
    let listing = Listing {
        id: "all-sync-tasks-title",
        title: text::all_sync_tasks_table(),
        count: text::sync_tasks_count,
        filter,
        rows: rows.grid(),
        read: ListRead {
            // The rows are of the scan; what is said of the repositories stands above.
            extent: None,
            ..ListRead::of_list(list).refreshed_by(refresh)
        },
        nothing: live(text::all_sync_tasks_nothing),
        around: Around {
            actions: pause_button(live_refresh),
            selected: chosen_actions,
            copies: Some(copies(scan, on_screen)),
            notices: [missed_notice(work, open), recent_change(is_about_sync)].into_any(),
            ..Around::default()
        },
    };
    view! {
        {page_help(text::all_sync_tasks_purpose())}
        {coverage(scan, unnameable, list.extent)}
        {extent_notice(list.extent)}
        {targets(scan, navigation, wanted)}
        {listing.view()}
        {live(dialog)}
    }
    .into_any()
}

/// The tasks that were deleted here for a while, as far as the scan has found them; reacts.
fn interrupted(scan: SyncTaskScan, work: Work) -> Vec<FoundTask> {
    let interrupted = all_interrupted(work);
    let is_interrupted = |found: &FoundTask| {
        let Some((repository, target)) = found.place.as_ref().zip(found.task.target()) else {
            return false;
        };
        let mut interrupted = interrupted.iter();
        interrupted.any(|task| task.is(repository, &target))
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
        let count = all_interrupted(work).len() as u64;
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
    matches!(subject.kind, Kind::SyncTask | Kind::ManualSync)
}
