//! All sync tasks: the latest with everything that is known of it, then the whole list.

use cloud_api::hss::SyncTask;
use leptos::prelude::*;

use super::started::{announce_own_ends, last_start};
use super::task_state::{
    began, count, failed_count, goes_on, kind, newest, properties, started, state_pill,
};
use super::{Place, explain, reads, start_dialog};
use crate::i18n::{Untrusted, t, text};
use crate::live::{live, shown};
use crate::pages::live_updates::pause_button;
use crate::pages::resource_table::{ResourceTable, use_filter};
use crate::query::use_live_refresh;
use crate::route::Route;
use crate::table::{Column, Describe, RowText, SortValue, use_shown, use_sort_in_address};
use crate::ui::{ButtonKind, button};

/// The page.
pub fn page(place: Place) -> AnyView {
    let tasks = reads::sync_tasks(&place);
    let refresh = Callback::new(move |()| tasks.status.refresh());
    let live_refresh = use_live_refresh(
        live(move || tasks.rows.with(|rows| rows.iter().any(goes_on))),
        live(move || tasks.status.is_reading.get()),
        refresh,
    );
    announce_own_ends(&place, tasks.status, move || tasks.rows.get().to_vec());
    let filter = use_filter();
    let sort = use_sort_in_address("-started");
    let is_starting = RwSignal::new(false);
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
        Column::number("started", text::image_sync_tasks_started()),
        Column::number("total", text::image_sync_tasks_total()),
        Column::number("done", text::image_sync_tasks_done()),
        Column::number("failed", text::image_sync_tasks_failed()),
    ];
    let actions = [
        pause_button(live_refresh),
        button(ButtonKind::Primary, text::start_sync_action(), move || {
            is_starting.set(true);
        }),
    ];
    let notices = last_start(&place, tasks);
    view! {
        <p class="page-purpose">{t(text::image_sync_tasks_purpose())}</p>
        {live(move || tasks.rows.with(|rows| shown(newest(rows).map(latest))))}
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
            nothing=text::image_sync_tasks_nothing()
            explain
            stale_words=live(text::live_lost)
            actions=actions.into_any()
            notices
        />
        {live(move || {
            let close = Callback::new(move |()| is_starting.set(false));
            shown(is_starting.get().then(|| start_dialog::start_dialog(place.clone(), close)))
        })}
    }
    .into_any()
}

/// What a person asks first: how the latest task stands.
fn latest(task: &SyncTask) -> AnyView {
    let link = task.id().map(|id| {
        view! {
            <p>
                <a href=Route::ImageSyncTask(id).to_string()>{t(text::image_sync_tasks_open())}</a>
            </p>
        }
    });
    view! {
        <section class="change" aria-labelledby="latest-title">
            <h2 id="latest-title">{t(text::image_sync_tasks_latest())}</h2>
            {properties(task)}
            {link}
        </section>
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
                    <a href=Route::ImageSyncTask(id).to_string() tabindex="-1">
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
        3 => started(task),
        4 => count(task.total_num),
        5 => count(task.success_num),
        _ => failed_count(task),
    }
}
