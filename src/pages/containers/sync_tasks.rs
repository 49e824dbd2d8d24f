//! Where the images of one repository are copied to, and how the copying goes.

pub mod copies;
mod create_dialog;
pub mod delete_dialog;
mod jobs;
mod manual_sync_dialog;
mod missed;
pub mod offer;
pub mod status;
pub mod target;
mod target_fields;
mod task_row;

use std::rc::Rc;

use cloud_api::swr::{LastJob, ListSyncJobs, ListSyncTasks, SyncTask};
use cloud_api::{Operation as _, Subject};
use leptos::prelude::*;

use super::place::Place;
use super::sync_tasks::copies::copy_sync_tasks;
use super::sync_tasks::delete_dialog::{PlacedTask, delete_sync_tasks_dialog};
use super::sync_tasks::offer::explain;
use super::sync_tasks::target::target_text;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::resource_table::{ResourceTable, use_filter};
use crate::live::{live, shown};
use crate::query::use_query;
use crate::table::{Column, Describe, Selecting, use_shown, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button, button};
use create_dialog::create_dialog;
use jobs::jobs;
use manual_sync_dialog::{ManualSync, manual_sync_dialog};
use missed::missed_notice;
use task_row::{TaskRow, cell, row_text};

/// The page.
pub fn sync_tasks(place: Place) -> AnyView {
    let (list, list_jobs) = lists(&place);
    let requests = vec![list.request(), list_jobs.request()];
    let (tasks, read_jobs) = (use_query(list), use_query(list_jobs));
    let all_rows = move || {
        let jobs = read_jobs.value();
        let tasks = tasks.value();
        let rows = tasks.iter().flat_map(|tasks| tasks.iter());
        let rows = rows.map(|task| TaskRow {
            last_job: LastJob::of(task, jobs.as_deref()),
            task: task.clone(),
        });
        Rc::new(rows.collect::<Vec<_>>())
    };
    let filter = use_filter();
    let sort = use_sort_in_address("target");
    let of_task = place.clone();
    let describe = Describe {
        text: row_text,
        name: |row: &TaskRow| target_text(&row.task.target_region, &row.task.target_organization),
        is_selectable: |row| row.task.target().is_some(),
        cell: Box::new(move |row, column| cell(subject(&of_task, &row.task), row, column)),
    };
    let rows = use_shown(all_rows, filter.text(), sort, describe);
    let selected = rows.selected;
    let chosen = move || {
        let rows = all_rows();
        let chosen = selected.places().into_iter();
        let chosen = chosen.filter_map(|place| rows.get(place as usize));
        chosen.map(|row| row.task.clone()).collect::<Vec<_>>()
    };
    let of_tasks = place.clone();
    let placed = move |task| PlacedTask {
        organization: of_tasks.organization.clone(),
        repository: of_tasks.repository.clone(),
        task,
    };
    let of_rows = placed.clone();
    let on_screen = move || {
        let all = all_rows();
        let places = rows.matching_places();
        let shown = places.iter().filter_map(|place| all.get(*place as usize));
        shown.map(|row| of_rows(row.task.clone())).collect()
    };
    let columns = vec![
        Column::text("target", text::automatic_sync_target()),
        Column::text("automatic", text::automatic_sync_automatic()),
        Column::text("overwrite", text::automatic_sync_overwrite()),
        Column::text("last-job", text::automatic_sync_last_job()),
        Column::number("created", text::automatic_sync_created()),
    ];
    let [is_creating, is_deleting, is_syncing] = std::array::from_fn(|_| RwSignal::new(false));
    let delete = action_button(Action {
        kind: ButtonKind::DangerText,
        label: Box::new(move || match selected.count() {
            0 => text::delete_sync_tasks_none(),
            count => text::delete_sync_tasks_title(count),
        }),
        is_enabled: Box::new(move || selected.count() > 0),
        run: Box::new(move || is_deleting.set(true)),
    });
    let actions = [
        delete,
        button(ButtonKind::Plain, text::manual_sync_title(), move || {
            is_syncing.set(true);
        }),
        button(
            ButtonKind::Primary,
            text::automatic_sync_create(),
            move || {
                is_creating.set(true);
            },
        ),
    ];
    let of_page = place.clone();
    let notices = [
        missed_notice(place.clone()),
        recent_change(move |subject| of_page.is_place_of(subject)),
    ];
    let (of_create, of_sync) = (place.clone(), place);
    view! {
        <p class="page-purpose">{t(text::automatic_sync_purpose())}</p>
        <ResourceTable
            id="sync-tasks-title"
            class="sync-tasks-table"
            title=text::sync_tasks_title()
            filter=(filter, text::automatic_sync_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=tasks.status()
            refresh=Callback::new(move |()| {
                tasks.refresh();
                read_jobs.refresh();
            })
            nothing=live(text::automatic_sync_nothing)
            explain
            actions=actions.into_any()
            notices=notices.into_any()
        />
        {jobs(read_jobs)}
        {copy_sync_tasks(live(move || requests.clone()), live(on_screen))}
        {dialog(is_creating, move |close| create_dialog(of_create.clone(), tasks, close))}
        {dialog(is_deleting, move |close| {
            let chosen = chosen().into_iter().map(&placed);
            let on_sent = Callback::new(move |()| selected.clear());
            delete_sync_tasks_dialog(chosen.collect(), on_sent, close)
        })}
        {dialog(is_syncing, move |close| {
            let sync = ManualSync::of_tasks(of_sync.clone(), &chosen());
            manual_sync_dialog(sync, close)
        })}
    }
    .into_any()
}

/// What is read: the tasks, and their newest jobs.
fn lists(place: &Place) -> (ListSyncTasks, ListSyncJobs) {
    let tasks = ListSyncTasks {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
    };
    let jobs = ListSyncJobs::newest(&place.organization, &place.repository);
    (tasks, jobs)
}

/// A dialog while it is open.
pub fn dialog(
    is_open: RwSignal<bool>,
    content: impl Fn(Callback<()>) -> AnyView + Send + 'static,
) -> AnyView {
    let close = Callback::new(move |()| is_open.set(false));
    live(move || shown(is_open.get().then(|| untrack(|| content(close))))).into_any()
}

/// A task as a thing that a change is about; `None` when its target has no documented form.
fn subject(place: &Place, task: &SyncTask) -> Option<Subject> {
    Some(Subject::SyncTask {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
        target: task.target()?,
    })
}
