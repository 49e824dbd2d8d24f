//! The first page: the latest task with its registries, then all tasks.

use cloud_api::Operation as _;
use cloud_api::hss::{Offset, Paging, SyncTask, TaskId};
use leptos::prelude::*;

use super::kept_up::KeptUp;
use super::registries::Table;
use super::routes::Route;
use super::started::{announce_own_ends, last_start};
use super::task_state::{
    began, count, failed_count, goes_on, kind, newest, percent, properties, started, state_pill,
};
use super::{Place, explain, reads, start_dialog};
use crate::change::copy_as::copy_as;
use crate::i18n::{Untrusted, t, text};
use crate::listing::pause::pause_button;
use crate::listing::resource_table::{ResourceTable, use_filter_called};
use crate::live::{derived, live, shown};
use crate::query::{List, use_live_refresh};
use crate::table::{Column, Describe, RowText, SortValue, use_shown, use_sort_called};
use crate::ui::{ButtonKind, button};

/// The page.
pub fn page(place: Place) -> AnyView {
    let tasks = reads::sync_tasks(&place);
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
    let start = button(ButtonKind::Primary, text::start_sync_action(), move || {
        is_starting.set(true);
    });
    let notices = last_start(&place, tasks);
    let of_latest = place.clone();
    let all = all(&place, tasks, refresh);
    view! {
        <div class="toolbar">
            <p class="page-purpose">{t(text::image_sync_tasks_purpose())}</p>
            <div class="toolbar-actions">{pause_button(live_refresh)} {start}</div>
        </div>
        {notices}
        {latest(of_latest, tasks, registries, refresh)}
        {all}
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
    refresh: Callback<()>,
) -> AnyView {
    let id = derived(move || tasks.rows.with(|rows| newest(rows).and_then(SyncTask::id)));
    let its_registries = move || {
        let kept_up = id.get().map(|id| (KeptUp::new(&place, &id), id));
        registries.set(kept_up.as_ref().map(|(kept_up, _)| *kept_up));
        shown(kept_up.map(|(kept_up, id)| latest_registries(&place, id, kept_up, refresh)))
    };
    let state = move || tasks.rows.with(|rows| shown(newest(rows).map(properties)));
    let is_none = move || tasks.rows.with(|rows| rows.is_empty());
    view! {
        <section class="change" aria-labelledby="latest-title" hidden=live(is_none)>
            <h2 id="latest-title">{t(text::image_sync_tasks_latest())}</h2>
            {live(state)}
            {live(its_registries)}
        </section>
    }
    .into_any()
}

fn latest_registries(
    place: &Place,
    id: TaskId,
    registries: KeptUp,
    refresh: Callback<()>,
) -> AnyView {
    let address = Route::Task(id.clone()).to_string();
    let link = view! {
        <a class="button" href=address>
            {t(text::image_sync_tasks_open())}
        </a>
    };
    let table = Table {
        class: "task-registries-table bounded",
        again: ButtonKind::Plain,
        refresh,
        actions: link.into_any(),
        notices: ().into_any(),
    };
    table.show(place.clone(), id, registries)
}

/// All tasks. Its filter and order have names of their own in the address: the others are those of
/// the registries, as on the page of a task.
fn all(place: &Place, tasks: List<SyncTask>, refresh: Callback<()>) -> AnyView {
    let filter = use_filter_called("task", &[]);
    let sort = use_sort_called("tasks", "-started");
    let describe = Describe {
        text: row_text,
        name: |task: &SyncTask| shown_name(task).to_owned(),
        is_selectable: |_| false,
        cell: Box::new(cell),
    };
    let rows = use_shown(move || tasks.rows.get(), filter.text(), sort, describe);
    let columns = vec![
        Column::text("name", text::image_sync_tasks_name()),
        Column::text("kind", text::image_sync_tasks_kind()),
        Column::text("status", text::image_sync_tasks_status()),
        Column::number("progress", text::image_sync_tasks_progress()),
        Column::number("started", text::image_sync_tasks_started()),
        Column::number("total", text::image_sync_tasks_total()),
        Column::number("done", text::image_sync_tasks_done()),
        Column::number("failed", text::image_sync_tasks_failed()),
    ];
    let request = reads::tasks_page(place, Paging::largest(Offset::default())).request();
    view! {
        <ResourceTable
            id="sync-tasks-title"
            class="image-sync-tasks-table"
            title=text::image_sync_tasks_title()
            filter=(filter, text::image_sync_tasks_filter())
            columns
            rows
            sort
            status=tasks.status
            progress=tasks.progress
            refresh
            nothing=live(text::image_sync_tasks_nothing)
            explain
            stale_words=live(text::live_lost)
        />
        {copy_as(live(move || vec![request.clone()]), None)}
    }
    .into_any()
}

/// A task's name, or its ID where it has none.
fn shown_name(task: &SyncTask) -> &str {
    if task.task_name.is_empty() {
        &task.task_id
    } else {
        &task.task_name
    }
}

fn row_text(task: &SyncTask) -> RowText {
    let number = |count: Option<u64>| SortValue::Number(count.map_or(-1, |count| count as i64));
    RowText {
        key: task.task_id.clone(),
        search: format!("{} {} {}", task.task_name, task.task_id, task.kind_name()),
        values: vec![
            ("name", SortValue::Text(shown_name(task).to_owned())),
            ("kind", SortValue::Text(task.kind_name().to_owned())),
            ("status", SortValue::Number(task.task_status.unwrap_or(-9))),
            ("progress", number(task.percent().map(u64::from))),
            ("started", SortValue::Number(began(task))),
            ("total", number(task.total_num)),
            ("done", number(task.success_num)),
            ("failed", number(task.failed_num)),
        ],
    }
}

fn cell(task: &SyncTask, column: usize) -> AnyView {
    match column {
        0 => {
            let name = view! { <Untrusted text=shown_name(task).to_owned() /> };
            match task.id() {
                Some(id) => view! {
                    <a href=Route::Task(id).to_string() tabindex="-1">
                        {name}
                    </a>
                }
                .into_any(),
                // No request could carry this ID, so there is no page to open.
                None => name.into_any(),
            }
        }
        1 => kind(task),
        2 => state_pill(task),
        3 => percent(task),
        4 => started(task),
        5 => count(task.total_num),
        6 => count(task.success_num),
        _ => failed_count(task),
    }
}
