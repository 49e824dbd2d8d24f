//! Where the images of one repository are copied to, and how the copying goes.

pub mod columns;
pub mod copies;
mod create_dialog;
pub mod delete_dialog;
mod jobs;
mod manual_sync_dialog;
pub mod missed;
pub mod offer;
pub mod status;
pub mod stopping;
pub mod target;
mod target_fields;

use std::rc::Rc;

use cloud_api::swr::{LastCopy, LastJob, ListSyncJobs, ListSyncTasks, ShowRepository};
use cloud_api::{Kind, Operation as _, RepositoryPath, Timestamp};
use leptos::prelude::*;
use words::explanation;

use super::repositories::facts::facts;
use super::sync_tasks::copies::copy_sync_tasks;
use super::sync_tasks::delete_dialog::{Chosen, PlacedTask, delete_sync_tasks_dialog};
use crate::browser::clock::now;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::live;
use crate::query::use_query;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, page_help, write_button};
use columns::{TaskRow, columns};
use create_dialog::create_dialog;
use jobs::jobs;
use manual_sync_dialog::{ManualSync, manual_sync_dialog};
use missed::missed_notice;

/// The page.
pub fn sync_tasks(place: RepositoryPath) -> AnyView {
    let (list, list_jobs) = lists(&place);
    let requests = vec![list.request(), list_jobs.request()];
    let (tasks, read_jobs) = (use_query(list), use_query(list_jobs));
    let details = use_query(ShowRepository {
        repository: place.clone(),
    });
    let words = use_i18n();
    let all_rows = move || {
        let changed_at = details.value().and_then(|it| Timestamp::parse(&it.updated));
        let now = now();
        let jobs = read_jobs.value();
        let tasks = tasks.value();
        let rows = tasks.iter().flat_map(|tasks| tasks.iter());
        let rows = rows.map(|task| {
            let last_job = LastJob::of(task, jobs.as_deref());
            TaskRow {
                last_copy: LastCopy::of(&last_job, changed_at, now),
                last_job,
                task: task.clone(),
            }
        });
        Rc::new(rows.collect::<Vec<_>>())
    };
    let filter = use_filter(text::automatic_sync_filter);
    let sort = use_sort_in_address("target");
    let rows = use_rows(columns(place.clone()), all_rows, filter.text(), Some(sort));
    let selected = rows.selected();
    let chosen = move || {
        let chosen = rows.chosen().into_iter();
        chosen.map(|row| row.task).collect::<Vec<_>>()
    };
    let of_tasks = place.clone();
    let placed = move |task| PlacedTask {
        repository: of_tasks.clone(),
        task,
    };
    let of_rows = placed.clone();
    let on_screen = move || {
        let shown = rows.matching().into_iter();
        shown.map(|row| of_rows(row.task)).collect()
    };
    let [is_creating, is_deleting, is_syncing] = std::array::from_fn(|_| RwSignal::new(false));
    let delete = selected_action(
        ButtonKind::DangerText,
        text::delete_sync_tasks_title,
        move || is_deleting.set(true),
    );
    let actions = [
        write_button(ButtonKind::Plain, text::manual_sync_title(), move || {
            is_syncing.set(true);
        }),
        write_button(
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
        recent_change(move |subject| {
            let is_of_sync = matches!(subject.kind, Kind::SyncTask | Kind::ManualSync);
            is_of_sync && subject.repository() == Some(&of_page)
        }),
    ];
    let (of_create, of_sync) = (place.clone(), place);
    let refresh = Callback::new(move |()| {
        tasks.refresh();
        read_jobs.refresh();
    });
    let listing = Listing {
        id: "sync-tasks-title",
        title: text::sync_tasks_title(),
        count: text::sync_tasks_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(tasks).refreshed_by(refresh),
        nothing: live(text::automatic_sync_nothing),
        around: Around {
            standing: Standing::Tab,
            actions: actions.into_any(),
            selected: vec![delete],
            export: Export {
                waits: live(move || read_jobs.is_awaited()),
                gaps: live(move || {
                    let lacks = read_jobs.error().map(|_| text::sync_jobs_not_read());
                    lacks.map(|lacks| words.say(&lacks)).into_iter().collect()
                }),
                ..Export::of_place("sync-tasks", &of_create.to_string())
            },
            copies: Some(copy_sync_tasks(
                live(move || requests.clone()),
                live(on_screen),
            )),
            notices: notices.into_any(),
            explain: explanation::of_sync_tasks,
            ..Around::default()
        },
    };
    view! {
        {facts(details)}
        {page_help(text::automatic_sync_purpose())}
        {listing.view()}
        {jobs(read_jobs)}
        {dialog_while(is_creating, move |close| create_dialog(of_create.clone(), tasks, close))}
        {dialog_while(is_deleting, move |close| {
            let chosen = Chosen {
                tasks: rows.acted_on().into_iter().map(|row| placed(row.task)).collect(),
                region: None,
            };
            let on_sent = Callback::new(move |_| selected.clear_acted_on());
            delete_sync_tasks_dialog(chosen, on_sent, close)
        })}
        {dialog_while(is_syncing, move |close| {
            let sync = ManualSync::of_tasks(of_sync.clone(), &chosen());
            manual_sync_dialog(sync, close)
        })}
    }
    .into_any()
}

/// What is read: the tasks, and their newest jobs.
fn lists(place: &RepositoryPath) -> (ListSyncTasks, ListSyncJobs) {
    let tasks = ListSyncTasks {
        repository: place.clone(),
    };
    let jobs = ListSyncJobs::newest(place);
    (tasks, jobs)
}
