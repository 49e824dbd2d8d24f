//! The first page: the latest task with its registries, then all tasks.

mod columns;

use cloud_api::Operation as _;
use cloud_api::hss::{Offset, Paging, SyncTask, TaskId};
use leptos::prelude::*;
use words::explanation;

use super::kept_up::KeptUp;
use super::place::Place;
use super::registries::Table;
use super::started::{announce_own_ends, last_start};
use super::task_state::{beside_title, goes_on, name_link, newest};
use super::{lists, start_dialog};
use crate::change::copy_as::copy_as;
use crate::i18n::{t, text};
use crate::listing::empty::{failed_view, rows_awaited};
use crate::listing::filter::use_filter_called;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, live, shown};
use crate::query::{List, LiveRefresh, ReadStatus, use_live_refresh};
use crate::table::cells::identifier::InTabOrder;
use crate::table::{Height, use_rows, use_sort_called};
use crate::ui::{ButtonKind, HeadRoom, head_line, in_page_head, page_help, write_button};
use columns::columns;

/// The page.
pub fn page(place: Place) -> AnyView {
    let tasks = lists::sync_tasks(&place);
    // The registries of the latest task, while there is one.
    let registries = RwSignal::new(None::<KeptUp>);
    let refresh = Callback::new(move |()| {
        tasks.status.refresh();
        if let Some(registries) = registries.get_untracked() {
            registries.list.status.refresh();
        }
    });
    let latest_goes_on = move || {
        tasks
            .rows
            .with_untracked(|rows| newest(rows).is_some_and(goes_on))
    };
    let live_refresh = use_live_refresh(
        live(move || tasks.rows.with(|rows| rows.iter().any(goes_on))),
        live(move || {
            let is_reading = registries.get().is_some_and(KeptUp::is_reading);
            tasks.status.is_reading.get() || is_reading
        }),
        Callback::new(move |()| {
            tasks.status.refresh();
            if let Some(registries) = registries.get_untracked() {
                registries.keep_up(latest_goes_on());
            }
        }),
    );
    announce_own_ends(&place, tasks);
    let is_starting = RwSignal::new(false);
    let start = write_button(ButtonKind::Primary, text::start_sync_action(), move || {
        is_starting.set(true);
    });
    let notices = last_start(&place, tasks);
    let of_latest = place.clone();
    // What keeps all tasks away is told first, and nothing else is there to be told.
    let is_away = derived(move || {
        tasks.status.read_at.with(Option::is_none) && tasks.status.error.with(Option::is_some)
    });
    let of_all = place.clone();
    let all = move || {
        let is_here = !is_away.get();
        shown(is_here.then(|| untrack(|| all(&of_all, tasks, refresh))))
    };
    let away = move || {
        let error = tasks.status.error.get().filter(|_| is_away.get());
        shown(error.map(|error| failed_view(&error, explanation::of_image_sync_tasks, refresh)))
    };
    view! {
        {page_help(text::image_sync_tasks_purpose())}
        {in_page_head(HeadRoom::Tools, start)}
        {notices}
        {live(away)}
        {latest(of_latest, tasks, registries, (refresh, live_refresh))}
        {live(all)}
        {live(move || {
            let close = Callback::new(move |()| is_starting.set(false));
            shown(is_starting.get().then(|| start_dialog::start_dialog(place.clone(), close)))
        })}
    }
    .into_any()
}

/// What a person asks first: how the latest task stands, and each of its registries.
fn latest(
    place: Place,
    tasks: List<SyncTask>,
    registries: RwSignal<Option<KeptUp>>,
    reading: (Callback<()>, LiveRefresh),
) -> AnyView {
    let id = derived(move || tasks.rows.with(|rows| newest(rows).and_then(SyncTask::id)));
    let is_awaited = derived(move || {
        let ReadStatus { read_at, error, .. } = tasks.status;
        read_at.with(Option::is_none) && error.with(Option::is_none)
    });
    let its_registries = move || {
        if is_awaited.get() {
            return awaited();
        }
        let kept_up = id.get().map(|id| (KeptUp::new(&place, &id), id));
        registries.set(kept_up.as_ref().map(|(kept_up, _)| *kept_up));
        shown(kept_up.map(|(kept_up, id)| latest_registries(&place, id, kept_up, tasks, reading)))
    };
    let is_none = move || !is_awaited.get() && tasks.rows.with(|rows| rows.is_empty());
    let beside = move || {
        let task = tasks.rows.with(|rows| newest(rows).cloned());
        shown(task.map(|task| {
            view! {
                {name_link(&task, InTabOrder::Yes)}
                {beside_title(&task)}
            }
        }))
    };
    view! {
        {in_page_head(HeadRoom::Beside, head_line(live(beside).into_any()))}
        <section class="latest-task" aria-labelledby="latest-title" hidden=live(is_none)>
            <h2 id="latest-title" class="visually-hidden">
                {t(text::image_sync_tasks_latest())}
            </h2>
            {live(its_registries)}
        </section>
    }
    .into_any()
}

/// Room for its registries until it is known: quiet bars where their rows will stand.
fn awaited() -> AnyView {
    view! {
        <div class="section-head"></div>
        <div class="findings"></div>
        <div class="toolbar"></div>
        <div class="table cards">
            <div class="table-header"></div>
        </div>
        {rows_awaited()}
    }
    .into_any()
}

fn latest_registries(
    place: &Place,
    id: TaskId,
    registries: KeptUp,
    tasks: List<SyncTask>,
    (refresh, live_refresh): (Callback<()>, LiveRefresh),
) -> AnyView {
    let table = Table {
        standing: Standing::Section,
        height: Height::Half,
        latest: derived(|| true),
        refresh,
        actions: pause_button(live_refresh),
        tasks,
    };
    table.show(place.clone(), id, registries)
}

/// All tasks. Its filter and order have names of their own in the address: the others are those of
/// the registries, as on the page of a task.
fn all(place: &Place, tasks: List<SyncTask>, refresh: Callback<()>) -> AnyView {
    let filter = use_filter_called("task", text::image_sync_tasks_filter, &[]);
    let sort = use_sort_called("tasks", "-started");
    let read = move || tasks.rows.get();
    let rows = use_rows(columns(), read, filter.text(), Some(sort));
    let request = lists::tasks_page(place, Paging::largest(Offset::default())).request();
    let listing = Listing {
        id: "sync-tasks-title",
        title: text::image_sync_tasks_title(),
        count: text::image_sync_tasks_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(tasks).refreshed_by(refresh),
        nothing: live(text::image_sync_tasks_nothing),
        around: Around {
            standing: Standing::Section,
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            explain: explanation::of_image_sync_tasks,
            stale_words: text::live_lost,
            ..Around::default()
        },
    };
    listing.view()
}
