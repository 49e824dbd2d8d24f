//! The registries of one sync task and how each of them fared, live while the task goes on.

use cloud_api::hss::{SyncStatus, SyncTask, TaskId, TaskRegistry};
use cloud_api::{ApiError, Meaning};
use leptos::prelude::*;

use super::again_dialog::{again_dialog, shown_name};
use super::choices::{PARAMETERS, choice_lists, use_choices};
use super::export::export_buttons;
use super::registry_status::{rank, status_pill};
use super::started::{announce_own_ends, last_start};
use super::task_state::{goes_on, properties};
use super::{Place, reads};
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{live, shown};
use crate::pages::failure::failure_of;
use crate::pages::live_updates::pause_button;
use crate::pages::resource_table::{ResourceTable, use_filter_with};
use crate::query::{List, use_live_refresh};
use crate::table::{
    Column, Describe, RowText, Selected, Selecting, SortValue, use_shown_where, use_sort_in_address,
};
use crate::ui::{Action, ButtonKind, action_button};

/// The page.
pub fn page(place: Place, task_id: TaskId) -> AnyView {
    let tasks = reads::sync_tasks(&place);
    let list = reads::task_registries(&place, task_id.clone());
    let id = task_id.clone();
    let task = move || {
        let find = |task: &&SyncTask| task.task_id == id.as_str();
        tasks.rows.with(|tasks| tasks.iter().find(find).cloned())
    };
    let refresh = Callback::new(move |()| {
        tasks.status.refresh();
        list.status.refresh();
    });
    let the_task = task.clone();
    let is_going_on = move || match the_task() {
        Some(task) => goes_on(&task),
        // Without the task only its registries tell.
        None => list.rows.with(|rows| {
            rows.iter()
                .any(|row| row.status() == Some(SyncStatus::Running))
        }),
    };
    let live_refresh = use_live_refresh(
        live(is_going_on),
        live(move || tasks.status.is_reading.get() || list.status.is_reading.get()),
        refresh,
    );
    let the_task = task.clone();
    announce_own_ends(&place, tasks.status, move || {
        the_task().into_iter().collect()
    });
    let choices = use_choices();
    let filter = use_filter_with(PARAMETERS);
    let sort = use_sort_in_address("status");
    let describe = Describe {
        text: row_text,
        name: |registry: &TaskRegistry| shown_name(registry).to_owned(),
        is_selectable: |registry| registry.to_sync().is_some(),
        cell: Box::new(cell),
    };
    let rows = use_shown_where(
        move || list.rows.get(),
        filter.text(),
        sort,
        describe,
        move || choices.admits(),
    );
    let is_asking = RwSignal::new(false);
    let columns = vec![
        Column::text("name", text::registries_name()),
        Column::text("type", text::registries_type()),
        Column::text("status", text::registries_status()),
        Column::text("cause", text::image_sync_tasks_cause()),
    ];
    let actions = [
        pause_button(live_refresh),
        export_buttons(&task_id, list, rows),
        again_button(list, rows.selected, is_asking),
    ];
    let notices = view! {
        {choice_lists(choices, list, rows)}
        {last_start(&place, tasks)}
    };
    view! {
        {live(move || summary(task().as_ref(), tasks))}
        <ResourceTable
            id="registries-title"
            class="task-registries-table"
            title=text::registries_title()
            filter=(filter, text::registries_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=list.status
            progress=list.progress
            refresh
            nothing=text::task_nothing()
            explain
            stale_words=live(text::live_lost)
            actions=actions.into_any()
            notices=notices.into_any()
        />
        {live(move || {
            let close = Callback::new(move |()| {
                is_asking.set(false);
            });
            let dialog = || {
                let (registries, left_out) = untrack(|| again(list, rows.selected));
                let title = again_words(rows.selected.count(), registries.len() as u64);
                again_dialog(place.clone(), &registries, title, left_out, close)
            };
            shown(is_asking.get().then(|| untrack(dialog)).flatten())
        })}
    }
    .into_any()
}

/// How the task stands, or why that cannot be told.
fn summary(task: Option<&SyncTask>, tasks: List<SyncTask>) -> AnyView {
    if let Some(task) = task {
        return properties(task);
    }
    if tasks.status.read_at.with(Option::is_some) {
        return view! { <p>{t(text::task_not_listed())}</p> }.into_any();
    }
    let retry = Callback::new(move |()| tasks.status.refresh());
    failure_of(
        text::task_list_failed(),
        move || tasks.status.error.get(),
        Some(retry),
    )
}

/// What an error means on this page.
fn explain(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::image_sync_tasks_not_offered()),
        Meaning::NoRight => Some(text::task_foreign()),
        Meaning::AlreadyGone => Some(text::task_unknown()),
        _ => None,
    }
}

/// The registries to synchronize once more, the selected or else all that failed, and how many a
/// start cannot name; reacts.
fn again(list: List<TaskRegistry>, selected: Selected) -> (Vec<TaskRegistry>, u64) {
    let places = selected.places();
    list.rows.with(|rows| {
        if !places.is_empty() {
            let chosen = places.iter().filter_map(|place| rows.get(*place as usize));
            return (chosen.cloned().collect(), 0);
        }
        let failed = rows
            .iter()
            .filter(|row| row.status() == Some(SyncStatus::Failed));
        let (can, cannot): (Vec<_>, Vec<_>) = failed.partition(|row| row.to_sync().is_some());
        (can.into_iter().cloned().collect(), cannot.len() as u64)
    })
}

fn again_words(selected: u64, count: u64) -> Message {
    match selected {
        0 => text::sync_again_failed(count),
        some => text::sync_again_selected(some),
    }
}

fn again_button(
    list: List<TaskRegistry>,
    selected: Selected,
    is_asking: RwSignal<bool>,
) -> AnyView {
    let count = move || again(list, selected).0.len() as u64;
    action_button(Action {
        kind: ButtonKind::Primary,
        label: Box::new(move || again_words(selected.count(), count())),
        is_enabled: Box::new(move || count() > 0),
        run: Box::new(move || is_asking.set(true)),
    })
}

fn row_text(registry: &TaskRegistry) -> RowText {
    RowText {
        key: registry.registry_id.clone(),
        search: format!(
            "{} {} {} {}",
            registry.registry_name,
            registry.registry_id,
            registry.registry_type,
            registry.failed_reason
        ),
        values: vec![
            ("name", SortValue::Text(shown_name(registry).to_owned())),
            ("type", SortValue::Text(registry.registry_type.clone())),
            ("status", SortValue::Number(rank(&registry.sync_status))),
            ("cause", SortValue::Text(registry.failed_reason.clone())),
        ],
    }
}

fn cell(registry: &TaskRegistry, column: usize) -> AnyView {
    let text = match column {
        0 => shown_name(registry),
        1 => &registry.registry_type,
        2 => return status_pill(&registry.sync_status),
        _ => &registry.failed_reason,
    };
    view! { <Untrusted text=text.to_owned() /> }.into_any()
}
