//! The registries of one sync task and how each of them fared, live while the task goes on: a page of
//! their own, and a table on the first page.

mod columns;

use cloud_api::Operation as _;
use cloud_api::hss::{Offset, Paging, SyncStatus, SyncTask, TaskId, TaskRegistry};
use leptos::prelude::*;
use words::explanation;

use super::again_dialog::again_dialog;
use super::causes::causes;
use super::choices::{PARAMETERS, TRAITS};
use super::failed_images::failed_images;
use super::grouping::Grouping;
use super::kept_up::KeptUp;
use super::lists;
use super::narrowing::{status_bar, types_menu};
use super::place::Place;
use super::started::{announce_own_ends, last_start};
use super::task_state::{beside_title, goes_on, identifier, images, name, newest};
use crate::change::copy_as::copy_as;
use crate::i18n::{Message, t, text};
use crate::listing::choices::use_choices;
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, live, shown};
use crate::query::{List, use_live_refresh};
use crate::table::{Height, Rows, use_rows_where, use_sort_in_address};
use crate::ui::failure::failure_of;
use crate::ui::{
    Action, ButtonKind, HeadRoom, action_button, call_page, head_line, in_page_head, offers_writes,
    use_announcements,
};
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
    let newest_id = task_id.clone();
    let (named, beside) = (task.clone(), task.clone());
    let shown_id = task_id.to_string();
    call_page(move || named().as_ref().map(name));
    let beside = live(move || match beside() {
        Some(task) => beside_title(&task),
        None => identifier(&shown_id),
    });
    view! {
        {in_page_head(HeadRoom::Beside, head_line(beside.into_any()))}
        {notices}
        {live(move || summary(task().is_some(), tasks))}
        {Table {
            standing: Standing::Part,
            height: Height::Window,
            latest: derived(move || {
                let newest = tasks.rows.with(|tasks| newest(tasks).map(|it| it.task_id.clone()));
                newest.is_none_or(|newest| newest == newest_id.as_str())
            }),
            refresh,
            actions: pause_button(live_refresh),
            tasks,
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
    /// Whether the task is the latest; reacts.
    pub latest: Memo<bool>,
    /// Reads again.
    pub refresh: Callback<()>,
    /// What else can be done.
    pub actions: AnyView,
    /// All tasks.
    pub tasks: List<SyncTask>,
}

impl Table {
    /// Shows it.
    pub fn show(self, place: Place, task_id: TaskId, registries: KeptUp) -> AnyView {
        let list = registries.list;
        let choices = use_choices(TRAITS, text::registries_count);
        let filter = use_filter_with(text::registries_filter, PARAMETERS);
        let sort = use_sort_in_address("status");
        let grouping = Grouping::new(sort);
        let rows = use_rows_where(
            columns(grouping, self.latest),
            move || list.rows.with(|registries| grouped(registries)),
            filter.text(),
            Some(sort),
            move || {
                let admits = choices.admits();
                Box::new(move |row| admits(&row.registry))
            },
        );
        let asked = RwSignal::new(None::<Again>);
        let file = format!("image-sync-{task_id}");
        let failed = failed_images(task_id.clone(), self.tasks);
        let facts = task_facts(task_id.to_string(), self.tasks);
        let notices = view! {
            <div class="findings">
                {causes(choices, list, rows.grid())} <div class="finding-facts">
                    {facts} <p class="freshness" hidden=live(move || registries.is_whole())>
                        {t(text::export_wait())}
                    </p> {failed.button}
                </div>
            </div>
            {failed.table}
        };
        let filters = view! {
            {status_bar(choices, list, rows.grid())}
            {types_menu(choices, list, rows.grid())}
            {again_button(registries, asked)}
        };
        let announcements = use_announcements();
        let selected =
            selected_action(
                ButtonKind::Plain,
                text::sync_again_selected,
                move || match untrack(|| again_of(Again::Chosen, list, rows)) {
                    (registries, left_out) if registries.is_empty() && left_out > 0 => {
                        announcements.tell(text::sync_again_left_out(left_out));
                    }
                    _ => asked.set(Some(Again::Chosen)),
                },
            );
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
                actions: self.actions,
                selected: vec![selected],
                filters: filters.into_any(),
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
                let close = Callback::new(move |()| asked.set(None));
                let dialog = |again| {
                    let (registries, left_out) = again_of(again, list, rows);
                    let title = again_words(again, registries.len() as u64);
                    again_dialog(place.clone(), &registries, title, left_out, close)
                };
                let dialog = asked.get().and_then(|again| untrack(|| dialog(again)));
                shown(dialog)
            })}
        }
        .into_any()
    }
}

/// What is to be synchronized once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
    AllFailed,
    /// The selected registries, or one whose row had it in its menu.
    Chosen,
}

/// Why nothing is told of the task itself, where that is so.
fn summary(is_listed: bool, tasks: List<SyncTask>) -> AnyView {
    if is_listed {
        return ().into_any();
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

/// How many of the task's images are finished, while it is listed.
fn task_facts(task_id: String, tasks: List<SyncTask>) -> AnyView {
    let task = derived(move || {
        let find = |task: &&SyncTask| task.task_id == task_id;
        tasks.rows.with(|tasks| tasks.iter().find(find).cloned())
    });
    live(move || shown(task.get().map(|task| images(&task)))).into_any()
}

/// The registries to synchronize once more, and how many a start cannot name; reacts.
fn again_of(again: Again, list: List<TaskRegistry>, rows: Rows<Row>) -> (Vec<TaskRegistry>, u64) {
    match again {
        Again::Chosen => {
            let chosen = rows.acted_on().into_iter();
            nameable(chosen.map(|row| row.registry))
        }
        Again::AllFailed => all_failed(list),
    }
}

/// Those that failed, and how many of them a start cannot name; reacts.
fn all_failed(list: List<TaskRegistry>) -> (Vec<TaskRegistry>, u64) {
    list.rows.with(|all| {
        let has_failed = |row: &&TaskRegistry| row.status() == Some(SyncStatus::Failed);
        nameable(all.iter().filter(has_failed).cloned())
    })
}

/// Those that a start can name, and how many it cannot: a list that is read anew may have lost the name
/// of one that is selected.
fn nameable(registries: impl Iterator<Item = TaskRegistry>) -> (Vec<TaskRegistry>, u64) {
    let (can, cannot): (Vec<_>, Vec<_>) = registries.partition(|row| row.to_sync().is_some());
    (can, cannot.len() as u64)
}

fn again_words(again: Again, count: u64) -> Message {
    match again {
        Again::AllFailed => text::sync_again_failed(count),
        Again::Chosen => text::sync_again_selected(count),
    }
}

/// All that failed can be synchronized only when all have arrived.
fn again_button(registries: KeptUp, asked: RwSignal<Option<Again>>) -> AnyView {
    if !offers_writes() {
        return ().into_any();
    }
    let list = registries.list;
    let count = derived(move || all_failed(list).0.len() as u64);
    let button = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(move || text::sync_again_failed(count.get())),
        is_enabled: Box::new(move || registries.is_whole()),
        run: Box::new(move || asked.set(Some(Again::AllFailed))),
    });
    view! {
        <span class="at-end" hidden=live(move || count.get() == 0)>
            {button}
        </span>
    }
    .into_any()
}
