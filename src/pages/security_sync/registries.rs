//! The registries of one sync task and how each of them fared, live while the task goes on: a page of
//! their own, and a table on the first page.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use cloud_api::hss::{
    Grouped, Offset, Paging, SyncStatus, SyncTask, TaskId, TaskRegistry, by_cause,
};
use cloud_api::{ApiError, Meaning, Operation as _};
use leptos::prelude::*;

use super::again_dialog::{again_dialog, shown_name};
use super::choices::{PARAMETERS, choice_lists, use_choices};
use super::export::export_buttons;
use super::grouping::{BY_CAUSE, Grouping, alike, grouping_switch};
use super::kept_up::KeptUp;
use super::registry_status::{rank, status_pill};
use super::started::{announce_own_ends, last_start};
use super::task_state::{goes_on, properties};
use super::{Place, reads};
use crate::change::copy_as::copy_as;
use crate::i18n::{Message, Untrusted, t, text};
use crate::listing::pause::pause_button;
use crate::listing::resource_table::{ResourceTable, use_filter_with};
use crate::live::{live, shown};
use crate::query::{List, use_live_refresh};
use crate::table::{
    Column, Describe, RowText, Selected, Selecting, SortValue, use_shown_where, use_sort_in_address,
};
use crate::ui::failure::failure_of;
use crate::ui::{Action, ButtonKind, action_button};

/// The page.
pub fn page(place: Place, task_id: TaskId) -> AnyView {
    let tasks = reads::sync_tasks(&place);
    let registries = KeptUp::new(&place, &task_id);
    let id = task_id.clone();
    let task = move || {
        let find = |task: &&SyncTask| task.task_id == id.as_str();
        tasks.rows.with(|tasks| tasks.iter().find(find).cloned())
    };
    let refresh = Callback::new(move |()| {
        tasks.status.refresh();
        registries.list.status.refresh();
    });
    let the_task = task.clone();
    let is_going_on = move || match the_task() {
        Some(task) => goes_on(&task),
        // Without the task only its registries tell.
        None => registries.list.rows.with(|rows| {
            rows.iter()
                .any(|row| row.status() == Some(SyncStatus::Running))
        }),
    };
    let goes_on_now = is_going_on.clone();
    let live_refresh = use_live_refresh(
        live(is_going_on),
        live(move || tasks.status.is_reading.get() || registries.is_reading()),
        Callback::new(move |()| {
            tasks.status.refresh();
            registries.keep_up(untrack(&goes_on_now));
        }),
    );
    announce_own_ends(&place, tasks);
    let notices = last_start(&place, tasks);
    view! {
        {live(move || summary(task().as_ref(), tasks))}
        {Table {
            class: "task-registries-table",
            again: ButtonKind::Primary,
            refresh,
            actions: pause_button(live_refresh),
            notices,
        }
            .show(place, task_id, registries)}
    }
    .into_any()
}

/// The table of a task's registries with its tools.
pub struct Table {
    /// Class that sets the widths of the columns.
    pub class: &'static str,
    /// How much "sync again" asks for attention.
    pub again: ButtonKind,
    /// Reads again.
    pub refresh: Callback<()>,
    /// What else can be done.
    pub actions: AnyView,
    /// What else stands above the rows.
    pub notices: AnyView,
}

impl Table {
    /// Shows it.
    pub fn show(self, place: Place, task_id: TaskId, registries: KeptUp) -> AnyView {
        let list = registries.list;
        let choices = use_choices();
        let filter = use_filter_with(PARAMETERS);
        let sort = use_sort_in_address("status");
        let grouping = Grouping::new(sort);
        let describe = Describe {
            text: row_text,
            name: |row: &Row| shown_name(&row.registry).to_owned(),
            is_selectable: |row| row.registry.to_sync().is_some(),
            cell: Box::new(move |row, column| cell(row, column, grouping)),
        };
        let rows = use_shown_where(
            move || list.rows.with(|registries| grouped(registries)),
            filter.text(),
            sort,
            describe,
            move || {
                let admits = choices.admits();
                Box::new(move |row| admits(&row.registry))
            },
        );
        let is_asking = RwSignal::new(false);
        let columns = vec![
            Column::text("name", text::registries_name()),
            Column::text("type", text::registries_type()),
            Column::text("status", text::registries_status()),
            Column::text(BY_CAUSE, text::image_sync_tasks_cause()),
        ];
        let actions = view! {
            {self.actions}
            <span class="freshness" hidden=live(move || registries.is_whole())>
                {t(text::export_wait())}
            </span>
            {export_buttons(&task_id, registries, rows)}
            {again_button(self.again, registries, rows.selected, is_asking)}
        };
        let notices = view! {
            {choice_lists(choices, list, rows)}
            {grouping_switch(grouping)}
            {self.notices}
        };
        let first_page = reads::task_page(&place, task_id, Paging::largest(Offset::default()));
        let request = first_page.request();
        view! {
            <ResourceTable
                id="registries-title"
                class=self.class
                title=text::registries_title()
                filter=(filter, text::registries_filter())
                columns
                rows
                sort
                selecting=Selecting::On
                status=list.status
                progress=list.progress
                refresh=self.refresh
                nothing=live(text::task_nothing)
                explain
                stale_words=live(text::live_lost)
                actions=actions.into_any()
                notices=notices.into_any()
            />
            {copy_as(live(move || vec![request.clone()]), None)}
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
}

/// A registry and where it stands when those that failed alike stand together.
struct Row {
    registry: TaskRegistry,
    grouped: Grouped,
}

/// What is seen of it: the place in the order is not.
impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.registry.hash(state);
        self.grouped.alike.hash(state);
        self.grouped.group.hash(state);
    }
}

fn grouped(registries: &[TaskRegistry]) -> Rc<Vec<Row>> {
    let grouped = by_cause(registries);
    let rows = registries.iter().cloned().zip(grouped);
    Rc::new(
        rows.map(|(registry, grouped)| Row { registry, grouped })
            .collect(),
    )
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

/// Selected registries can be synchronized at once; all that failed only when all have arrived.
fn again_button(
    kind: ButtonKind,
    registries: KeptUp,
    selected: Selected,
    is_asking: RwSignal<bool>,
) -> AnyView {
    let count = move || again(registries.list, selected).0.len() as u64;
    let is_told = move || selected.count() > 0 || registries.is_whole();
    action_button(Action {
        kind,
        label: Box::new(move || again_words(selected.count(), count())),
        is_enabled: Box::new(move || is_told() && count() > 0),
        run: Box::new(move || is_asking.set(true)),
    })
}

fn row_text(row: &Row) -> RowText {
    let registry = &row.registry;
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
            (BY_CAUSE, SortValue::Number(row.grouped.place as i64)),
        ],
    }
}

fn cell(row: &Row, column: usize, grouping: Grouping) -> AnyView {
    let registry = &row.registry;
    let text = match column {
        0 => shown_name(registry),
        1 => &registry.registry_type,
        2 => return status_pill(&registry.sync_status),
        _ => &registry.failed_reason,
    };
    let text = view! { <Untrusted text=text.to_owned() /> }.into_any();
    match column {
        3 => [text, alike(row.grouped, grouping)].into_any(),
        _ => text,
    }
}
