//! How a sync task stands among those of all repositories.

use cloud_api::swr::LastJob;
use cloud_api::{RepositoryPath, Timestamp};
use leptos::prelude::*;

use super::found_task::FoundTask;
use crate::i18n::{Untrusted, moment, t, text, timed, use_i18n};
use crate::pages::containers::routes::{RepositoryTab, Route};
use crate::pages::containers::sync_tasks::status::{is_not_copied, sync_status_pill};
use crate::pages::containers::sync_tasks::target::{target_cell, target_text};
use crate::table::cells::age::age_cell;
use crate::table::cells::flag::{flag_cell, flag_rank};
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<FoundTask> {
    Columns {
        key: |found| format!("{} {}", repository(found), target(found)),
        name,
        selectable: Some(|found| found.task.target().is_some()),
        columns: vec![
            Column::text("repository", text::repositories_name())
                .of_words(repository)
                .searched()
                .cell(repository_cell)
                .wide(13.0, 2.0),
            Column::text("target", text::all_sync_tasks_target())
                .of_words(target)
                .searched()
                .cell(|found: &FoundTask| {
                    target_cell(&found.task.target_region, &found.task.target_organization)
                })
                .wide(12.0, 1.5),
            Column::text("automatic", text::all_sync_tasks_automatic())
                .of_rank(|found: &FoundTask| flag_rank(found.task.automatic))
                .cell(|found| flag_cell(found.task.automatic))
                .wide(7.5, 0.5),
            Column::text("last", text::all_sync_tasks_last())
                .of_rank(last_rank)
                .cell(last_cell)
                .wide(11.5, 1.25),
            Column::number("age", text::all_sync_tasks_last_age())
                .of_time(made_at)
                .cell(age)
                .wide(8.0, 0.75),
            Column::number("read", text::all_sync_tasks_read())
                .of_rank(|found: &FoundTask| found.read_at.map_or(0, Timestamp::milliseconds))
                .cell(read_cell)
                .wide(7.0, 0.5),
        ],
    }
}

/// What a person calls it.
pub fn name(found: &FoundTask) -> String {
    format!("{} → {}", repository(found), target(found))
}

fn repository(found: &FoundTask) -> String {
    found
        .place
        .as_ref()
        .map(RepositoryPath::to_string)
        .unwrap_or_default()
}

/// Target region and organization, as they are grouped by.
pub fn target(found: &FoundTask) -> String {
    let task = &found.task;
    target_text(&task.target_region, &task.target_organization)
}

/// Whether its last job did not bring the image to the target.
pub fn has_failed(found: &FoundTask) -> bool {
    let job = found.last_job.job();
    job.is_some_and(|job| is_not_copied(&job.status))
}

/// Failed ones first, those that never ran last.
fn last_rank(found: &FoundTask) -> i64 {
    match found.last_job {
        LastJob::Job(_) if has_failed(found) => 0,
        LastJob::Job(_) => 1,
        LastJob::NotTold => 2,
        LastJob::None => 3,
    }
}

/// When its last job was made; empty without one.
fn made_at(found: &FoundTask) -> &str {
    found.last_job.job().map_or("", |job| &job.created_at)
}

fn repository_cell(found: &FoundTask) -> AnyView {
    match &found.place {
        Some(repository) => {
            let route = Route::Repository(repository.clone(), RepositoryTab::SyncTasks);
            let name = repository.to_string();
            view! {
                <a href=route.to_string() tabindex="-1">
                    {name}
                </a>
            }
            .into_any()
        }
        None => ().into_any(),
    }
}

fn last_cell(found: &FoundTask) -> AnyView {
    match &found.last_job {
        LastJob::Job(job) => view! {
            {sync_status_pill(&job.status)}
            " "
            <Untrusted text=job.tag.clone() />
        }
        .into_any(),
        LastJob::NotTold => t(text::automatic_sync_not_told()).into_any(),
        LastJob::None => t(text::all_sync_tasks_never()).into_any(),
    }
}

fn age(found: &FoundTask) -> AnyView {
    match found.last_job.job() {
        Some(job) => age_cell(&job.created_at),
        None => ().into_any(),
    }
}

fn read_cell(found: &FoundTask) -> AnyView {
    let words = use_i18n();
    match found.read_at {
        Some(time) => timed(time, move |now| moment(time, now, words.language())),
        None => ().into_any(),
    }
}
