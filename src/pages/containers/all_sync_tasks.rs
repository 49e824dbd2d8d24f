//! The sync tasks of all repositories: where all images are copied to, and what failed.

mod columns;
mod missing_dialog;
mod missing_tags;
mod region_check;
mod regions;
mod wanted;

use std::rc::Rc;

use cloud_api::swr::ListSyncTasks;
use cloud_api::{Kind, Operation as _, Owner, Request, Subject};
use leptos::prelude::*;

use super::places::note_regions;
use super::sync_tasks::copies::copy_sync_tasks;
use super::sync_tasks::delete_dialog::{Chosen, PlacedTask, WholeRegion, delete_sync_tasks_dialog};
use super::sync_tasks::missed::all_interrupted;
use super::sync_tasks::offer::where_sync_is_offered;
use crate::browser::clock::now;
use crate::change::recent::recent_change;
use crate::i18n::{Message, t, text, use_i18n};
use crate::listing::coverage::{Covered, Places, Scanned};
use crate::listing::export::Export;
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter_with;
use crate::listing::pause::pause_button;
use crate::listing::read::{Emptiness, ListRead};
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing};
use crate::live::{derived, follow, live, shown};
use crate::query::{List, use_live_refresh, use_places};
use crate::scans::repositories::{Listed, places_of, repository_list};
use crate::scans::sight::{account_words, sight_line, sight_of_account};
use crate::scans::sync_tasks::{
    FoundTask, SyncTaskScan, Tasks, moves, standing, use_sync_task_scan,
};
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::{ButtonKind, page_help, write_button};
use crate::work::{Entry, Work, use_work};
use columns::columns;
use missing_dialog::missing_dialog;
use region_check::RegionCheck;
use regions::regions;
use wanted::Wanted;

/// A dialog that is open.
#[derive(Clone, PartialEq, Eq)]
enum Open {
    None,
    Missing,
    /// The same of the tasks that were deleted for a while.
    Missed,
    Delete,
    /// All tasks to a region.
    StopRegion(String),
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
    let sight = sight_of_account(list);
    let covered = Covered {
        places: Places::Repositories,
        scan: Scanned::of(scan.any(), Owner::to_string),
        unnameable: cover(scan, list),
        extent: list.extent,
        sight: derived(move || sight.get().map(account_words)),
    };
    let check = RegionCheck::of(scan, covered, list.status);
    let tasks = as_they_stand(scan, list);
    let emptiness = RwSignal::new(Emptiness::Asked);
    follow(move || {
        emptiness.set(match covered.scan.is_reading() {
            true => Emptiness::Asked,
            false => Emptiness::Nothing,
        });
    });
    let is_awaited = derived(move || {
        let has_ended =
            list.status.read_at.with(Option::is_some) || list.status.error.with(Option::is_some);
        !has_ended || covered.scan.is_reading()
    });
    let wanted = Wanted::in_address();
    let filter = use_filter_with(text::all_sync_tasks_filter, wanted::PARAMETERS);
    let sort = use_sort_in_address("target");
    let rows = use_rows_where(
        columns(wanted),
        move || tasks.get(),
        filter.text(),
        Some(sort),
        move || wanted.admits(),
    );
    let selected = rows.selected();
    let (work, words) = (use_work(), use_i18n());
    let live_refresh = use_live_refresh(
        live(move || scan.has(|tasks| moves(tasks))),
        live(move || covered.scan.is_reading()),
        Callback::new(move |()| scan.read_again_where(|tasks| moves(tasks))),
    );
    let open = RwSignal::new(Open::None);
    let chosen_actions = vec![
        selected_action(
            ButtonKind::Plain,
            |_| text::missing_action(),
            move || open.set(Open::Missing),
        ),
        selected_action(
            ButtonKind::DangerText,
            text::delete_sync_tasks_title,
            move || open.set(Open::Delete),
        ),
    ];
    let dialog = move || {
        let close = Callback::new(move |()| open.set(Open::None));
        let clear = Callback::new(move |_: Entry| selected.clear_acted_on());
        match open.get() {
            Open::None => ().into_any(),
            Open::Missing => missing_dialog(rows.acted_on(), close),
            Open::Missed => missing_dialog(untrack(|| interrupted(scan, work)), close),
            Open::Delete => {
                let tasks = rows.acted_on().into_iter();
                let chosen = Chosen {
                    tasks: tasks.filter_map(placed).collect(),
                    region: None,
                };
                delete_sync_tasks_dialog(chosen, clear, close)
            }
            Open::StopRegion(region) => {
                let chosen = untrack(|| all_to(&region, tasks, covered));
                let begin = Callback::new(move |entry| {
                    selected.clear();
                    check.begin(region.clone(), entry);
                });
                delete_sync_tasks_dialog(chosen, begin, close)
            }
        }
    };
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        scan.start_again();
    });
    let on_screen =
        move || -> Vec<PlacedTask> { rows.matching().into_iter().filter_map(placed).collect() };
    let filters = view! {
        {wanted.last_buttons()}
        {wanted.organization_button()}
        {live(move || shown(wanted.region.get().map(|region| stop_button(region, tasks, open))))}
    };
    let listing = Listing {
        id: "all-sync-tasks-title",
        title: text::all_sync_tasks_table(),
        count: text::sync_tasks_count,
        filter,
        rows: rows.grid(),
        read: ListRead {
            // The rows are of the scan; what is said of the repositories stands above.
            extent: None,
            ..ListRead::of_list(list)
                .refreshed_by(refresh)
                .empty_as(emptiness)
        },
        nothing: live(move || {
            let counts = covered.counts();
            match counts.refused {
                0 => text::all_sync_tasks_nothing(),
                refused => text::all_sync_tasks_nothing_part(counts.read, refused),
            }
        }),
        around: Around {
            actions: pause_button(live_refresh),
            selected: chosen_actions,
            filters: filters.into_any(),
            copies: Some(copies(covered, on_screen)),
            export: Export {
                waits: live(move || covered.scan.is_reading() || sight.is_asked()),
                gaps: live(move || covered.outcome().told(words)),
                ..Export::default()
            },
            no_match: live(move || none_to(wanted.region.get()?, tasks, covered)),
            notices: [
                check.view(),
                missed_notice(work, open),
                recent_change(is_about_sync),
            ]
            .into_any(),
            ..Around::default()
        },
    };
    view! {
        {page_help(text::all_sync_tasks_purpose())}
        {covered.view()}
        {extent_notice(list.extent)}
        {sight_line(move || covered.sight.get())}
        {regions(tasks, wanted, is_awaited)}
        {listing.view()}
        {live(dialog)}
    }
    .into_any()
}

/// Lets the scan cover the repositories that are listed; gives those that it cannot ask about.
fn cover(scan: SyncTaskScan, list: List<Listed>) -> RwSignal<Vec<String>> {
    let unnameable = RwSignal::new(Vec::<String>::new());
    follow(move || {
        // Only a whole list: a part of it would be scanned in vain.
        if list.status.read_at.get().is_some() {
            let (places, names) = places_of(&list.rows.get_untracked());
            unnameable.set(names);
            scan.cover(places);
        }
    });
    unnameable
}

/// The tasks that were found, each with how its latest copy stands.
fn as_they_stand(scan: SyncTaskScan, list: List<Listed>) -> Tasks {
    let tasks = RwSignal::new_local(Rc::default());
    let places = use_places();
    follow(move || {
        let found = list.rows.with(|listed| standing(scan, listed, now()));
        let regions = found.iter().map(|found| found.task.target_region.as_str());
        note_regions(places, regions);
        tasks.set(Rc::new(found));
    });
    tasks
}

/// That no task to a region was found, among how many repositories that were read; `None` while there
/// are any, and only the filter hides them. Reacts.
fn none_to(region: String, tasks: Tasks, covered: Covered) -> Option<Message> {
    let is_any = tasks.with(|tasks| tasks.iter().any(|it| it.task.target_region == region));
    (!is_any).then(|| text::all_sync_tasks_region_none(covered.counts().words(), region))
}

/// All tasks to a region that a request can name, as far as they are known; reacts.
fn all_to(region: &str, tasks: Tasks, covered: Covered) -> Chosen {
    Chosen {
        tasks: to_region(region, &tasks.get()),
        region: Some(WholeRegion {
            name: region.to_owned(),
            doubt: doubt(covered),
        }),
    }
}

/// Why there may be more in repositories that were not read; reacts.
fn doubt(covered: Covered) -> Option<Message> {
    let counts = covered.counts();
    match covered.sight.get() {
        Some(sight) => Some(sight),
        None => (!counts.is_whole()).then(|| text::stop_region_doubt(counts.words())),
    }
}

fn to_region(region: &str, tasks: &[FoundTask]) -> Vec<PlacedTask> {
    let is_meant =
        |found: &&FoundTask| found.task.target_region == region && found.task.target().is_some();
    let tasks = tasks.iter().filter(is_meant).cloned();
    tasks.filter_map(placed).collect()
}

/// The button that stops all copies to the region that is shown, while there are any.
fn stop_button(region: String, tasks: Tasks, open: RwSignal<Open>) -> AnyView {
    let label = text::stop_region_action(region.clone());
    let to = region.clone();
    let has_any = derived(move || !tasks.with(|tasks| to_region(&to, tasks).is_empty()));
    live(move || {
        let (label, region) = (label.clone(), region.clone());
        shown(has_any.get().then(|| {
            let stop = write_button(ButtonKind::DangerText, label, move || {
                open.set(Open::StopRegion(region.clone()));
            });
            view! { <span class="at-end">{stop}</span> }
        }))
    })
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
                    {write_button(ButtonKind::Plain, text::manual_sync_missed_action(), move || {
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
    covered: Covered,
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
    let is_settled = derived(move || !covered.scan.is_reading());
    live(move || {
        let is_settled = is_settled.get();
        shown(is_settled.then(|| copy_sync_tasks(live(reads), live(on_screen))))
    })
    .into_any()
}

fn is_about_sync(subject: &Subject) -> bool {
    matches!(subject.kind, Kind::SyncTask | Kind::ManualSync)
}
