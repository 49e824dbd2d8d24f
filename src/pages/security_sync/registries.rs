//! The registries of one sync task and how each of them fared, live while the task goes on: a page of
//! their own, and a table on the first page.

mod columns;

use cloud_api::Operation as _;
use cloud_api::hss::{Offset, Paging, SyncStatus, SyncTask, TaskId, TaskRegistry};
use leptos::prelude::*;
use words::explanation;

use super::again_dialog::again_dialog;
use super::choices::{PARAMETERS, choice_lists, use_choices};
use super::failed_images::failed_images;
use super::grouping::{Grouping, grouping_switch};
use super::kept_up::KeptUp;
use super::lists;
use super::place::Place;
use super::remedies::remedies;
use super::started::{announce_own_ends, last_start};
use super::task_state::{goes_on, properties};
use crate::change::copy_as::copy_as;
use crate::i18n::{Message, t, text};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::{List, use_live_refresh};
use crate::table::{Height, Rows, use_rows_where, use_sort_in_address};
use crate::ui::failure::failure_of;
use crate::ui::{Action, ButtonKind, action_button};
use columns::{Row, columns, grouped};

/// The page.
pub fn page(place: Place, task_id: TaskId) -> AnyView {
    let tasks = lists::sync_tasks(&place);
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
    let images = failed_images(task_id.clone(), tasks);
    view! {
        {live(move || summary(task().as_ref(), tasks))}
        {images}
        {Table {
            standing: Standing::Page,
            height: Height::Window,
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
    /// How it stands on its page.
    pub standing: Standing,
    /// How high it may become.
    pub height: Height,
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
        let filter = use_filter_with(text::registries_filter, PARAMETERS);
        let sort = use_sort_in_address("status");
        let grouping = Grouping::new(sort);
        let rows = use_rows_where(
            columns(grouping),
            move || list.rows.with(|registries| grouped(registries)),
            filter.text(),
            Some(sort),
            move || {
                let admits = choices.admits();
                Box::new(move |row| admits(&row.registry))
            },
        );
        let is_asking = RwSignal::new(false);
        let file = format!("image-sync-{task_id}");
        let actions = view! {
            {self.actions}
            <span class="freshness" hidden=live(move || registries.is_whole())>
                {t(text::export_wait())}
            </span>
            {again_button(self.again, registries, rows, is_asking)}
        };
        let notices = view! {
            {choice_lists(choices, list, rows.grid())}
            {remedies(move |reason| {
                list.rows.with(|rows| rows.iter().any(|row| row.failed_reason == reason.name()))
            })}
            {grouping_switch(grouping)}
            {self.notices}
        };
        let first_page = lists::task_page(&place, task_id, Paging::largest(Offset::default()));
        let request = first_page.request();
        let listing = Listing {
            id: "registries-title",
            title: text::registries_title(),
            count: text::registries_count,
            filter,
            rows: rows.grid(),
            read: ListRead::of_list(list).refreshed_by(self.refresh),
            nothing: live(text::task_nothing),
            around: Around {
                standing: self.standing,
                actions: actions.into_any(),
                copies: Some(copy_as(live(move || vec![request.clone()]), None)),
                export: Export {
                    file: Some(file),
                    waits: live(move || !registries.is_whole()),
                    ..Export::default()
                },
                notices: notices.into_any(),
                explain: explanation::of_task_registries,
                stale_words: text::live_lost,
                height: self.height,
                ..Around::default()
            },
        };
        view! {
            {listing.view()}
            {live(move || {
                let close = Callback::new(move |()| {
                    is_asking.set(false);
                });
                let dialog = || {
                    let (registries, left_out) = untrack(|| again(list, rows));
                    let title = again_words(rows.selected().count(), registries.len() as u64);
                    again_dialog(place.clone(), &registries, title, left_out, close)
                };
                shown(is_asking.get().then(|| untrack(dialog)).flatten())
            })}
        }
        .into_any()
    }
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

/// The registries to synchronize once more, the selected or else all that failed, and how many a
/// start cannot name; reacts.
fn again(list: List<TaskRegistry>, rows: Rows<Row>) -> (Vec<TaskRegistry>, u64) {
    let chosen = rows.chosen();
    if !chosen.is_empty() {
        return (chosen.into_iter().map(|row| row.registry).collect(), 0);
    }
    list.rows.with(|all| {
        let failed = all
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
    rows: Rows<Row>,
    is_asking: RwSignal<bool>,
) -> AnyView {
    let count = move || again(registries.list, rows).0.len() as u64;
    let is_told = move || rows.selected().count() > 0 || registries.is_whole();
    action_button(Action {
        kind,
        label: Box::new(move || again_words(rows.selected().count(), count())),
        is_enabled: Box::new(move || is_told() && count() > 0),
        run: Box::new(move || is_asking.set(true)),
    })
}
