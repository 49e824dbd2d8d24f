//! How a sync task of a repository stands in the table, with the latest job to its target.

use cloud_api::swr::{LastCopy, LastJob, SyncTask};
use cloud_api::{RepositoryPath, Subject};
use leptos::prelude::*;

use super::status::{last_copy_pill, status_order};
use super::stopping::starts_cell;
use super::target::{target_cell, target_text};
use crate::change::state_pill::pending;
use crate::i18n::{t, text};
use crate::table::cells::flag::{flag_cell, flag_rank};
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};

/// A sync task and its latest job.
#[derive(Clone, Debug, Hash)]
pub struct TaskRow {
    /// The task.
    pub task: SyncTask,
    /// The latest job to its target.
    pub last_job: LastJob,
    /// How that stands for a person.
    pub last_copy: LastCopy,
}

/// The columns of a repository's tasks.
pub fn columns(place: RepositoryPath) -> Columns<TaskRow> {
    let of_starts = place.clone();
    Columns {
        key: target,
        name: target,
        selectable: Some(|row| {
            selectable_where(row.task.target().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::text("target", text::automatic_sync_target())
                .of_words(target)
                .searched()
                .cell(move |row: &TaskRow| task_cell(&place, &row.task))
                .wide(10.5, 1.5),
            Column::unseen().exported("remoteRegionId", |row: &TaskRow| &row.task.target_region),
            Column::unseen().exported("remoteNamespace", |row: &TaskRow| {
                &row.task.target_organization
            }),
            Column::text("automatic", text::automatic_sync_starts())
                .of_rank(|row: &TaskRow| flag_rank(row.task.automatic))
                .exported_words("syncAuto", |row| told(row.task.automatic))
                .cell(move |row: &TaskRow| starts_cell(subject(&of_starts, &row.task), &row.task))
                .wide(8.25, 0.25),
            Column::text("overwrite", text::automatic_sync_overwrite())
                .of_rank(|row: &TaskRow| flag_rank(row.task.overwrite))
                .exported_words("override", |row| told(row.task.overwrite))
                .cell(|row| flag_cell(row.task.overwrite))
                .wide(6.0, 0.5)
                .leaves_room()
                .named(),
            Column::text("last-job", text::automatic_sync_last_job())
                .of_rank(last_job_rank)
                .exported("last_status", last_status)
                .cell(|row: &TaskRow| last_job_cell(row))
                .wide(8.5, 0.75)
                .fact(),
            Column::text("tag", text::all_sync_tasks_tag())
                .of(tag)
                .searched()
                .exported("last_tag", tag)
                .cell(|row: &TaskRow| identifier_cell(tag(row).to_owned()))
                .wide(5.75, 0.75)
                .leaves_room(),
            Column::number("age", text::all_sync_tasks_last_age())
                .of_time(changed_at)
                .exported("last_updatedAt", changed_at)
                .wide(7.25, 0.5),
            Column::number("created", text::automatic_sync_created())
                .of_time(|row: &TaskRow| &row.task.created_at)
                .exported("createdAt", |row| &row.task.created_at)
                .wide(7.25, 0.6)
                .leaves_room(),
        ],
    }
}

fn target(row: &TaskRow) -> String {
    target_text(&row.task.target_region, &row.task.target_organization)
}

/// The status of the latest job in the API's word; empty without one.
fn last_status(row: &TaskRow) -> &str {
    row.last_job.job().map_or("", |job| job.status.as_str())
}

/// The tag of the latest job; empty without one.
fn tag(row: &TaskRow) -> &str {
    row.last_job.job().map_or("", |job| &job.tag)
}

/// When the latest job changed last; empty without one.
fn changed_at(row: &TaskRow) -> &str {
    row.last_job.job().map_or("", |job| &job.updated_at)
}

/// Failed jobs come first.
fn last_job_rank(row: &TaskRow) -> i64 {
    match &row.last_job {
        LastJob::Job(job) => status_order(&job.status),
        LastJob::None | LastJob::NotTold => i64::MAX,
    }
}

fn task_cell(place: &RepositoryPath, task: &SyncTask) -> AnyView {
    let subject = subject(place, task);
    view! {
        {target_cell(&task.target_region, &task.target_organization)}
        " "
        {unnameable(subject.is_some())}
        {pending(subject)}
    }
    .into_any()
}

/// A task as a thing that a change is about; `None` when its target has no documented form.
fn subject(place: &RepositoryPath, task: &SyncTask) -> Option<Subject> {
    Some(Subject::sync_task(place, &task.target()?))
}

/// How far the latest job is.
fn last_job_cell(row: &TaskRow) -> AnyView {
    match &row.last_job {
        LastJob::NotTold => t(text::automatic_sync_not_told()).into_any(),
        LastJob::None => t(text::automatic_sync_no_job()).into_any(),
        LastJob::Job(job) => last_copy_pill(&job.status, row.last_copy),
    }
}
