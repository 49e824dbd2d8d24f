//! A sync task in a table, with the latest job to its target.

use cloud_api::Subject;
use cloud_api::swr::{LastJob, SyncTask};
use leptos::prelude::*;

use super::status::{status_order, sync_status_pill};
use super::target::{target_cell, target_text};
use crate::change::card::pending;
use crate::i18n::{Untrusted, t, text};
use crate::table::cells::age::{age_cell, time_to_sort_by};
use crate::table::cells::flag::flag_cell;
use crate::table::{RowText, SortValue};

/// A sync task and its latest job.
#[derive(Clone, Debug, Hash)]
pub struct TaskRow {
    /// The task.
    pub task: SyncTask,
    /// The latest job to its target.
    pub last_job: LastJob,
}

/// What a task is found and sorted by: failed jobs come first in the order of the last jobs.
pub fn row_text(row: &TaskRow) -> RowText {
    let TaskRow { task, last_job } = row;
    let target = target_text(&task.target_region, &task.target_organization);
    let flag = |flag: Option<bool>| SortValue::Number(flag.map_or(-1, i64::from));
    let last_job = match last_job {
        LastJob::Job(job) => status_order(&job.status),
        LastJob::None | LastJob::NotTold => i64::MAX,
    };
    RowText {
        key: target.clone(),
        search: target.clone(),
        values: vec![
            ("target", SortValue::Text(target)),
            ("automatic", flag(task.automatic)),
            ("overwrite", flag(task.overwrite)),
            ("last-job", SortValue::Number(last_job)),
            (
                "created",
                SortValue::Number(time_to_sort_by(&task.created_at)),
            ),
        ],
    }
}

/// A cell of the table: target, automatic, overwrite, last job, created. `subject` is the task as a
/// thing that a change is about.
pub fn cell(subject: Option<Subject>, row: &TaskRow, column: usize) -> AnyView {
    let task = &row.task;
    match column {
        0 => view! {
            {target_cell(&task.target_region, &task.target_organization)}
            " "
            {pending(subject)}
        }
        .into_any(),
        1 => flag_cell(task.automatic),
        2 => flag_cell(task.overwrite),
        3 => last_job_cell(&row.last_job),
        _ => age_cell(&task.created_at),
    }
}

/// The latest job: how far it is, of which tag, since when.
pub fn last_job_cell(last_job: &LastJob) -> AnyView {
    match last_job {
        LastJob::NotTold => t(text::automatic_sync_not_told()).into_any(),
        LastJob::None => t(text::automatic_sync_no_job()).into_any(),
        LastJob::Job(job) => view! {
            {sync_status_pill(&job.status)}
            " "
            <Untrusted text=job.tag.clone() />
            " "
            <span class="freshness">{age_cell(&job.updated_at)}</span>
        }
        .into_any(),
    }
}
