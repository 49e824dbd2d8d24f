//! A sync task among those of all repositories.

use cloud_api::Timestamp;
use cloud_api::swr::LastJob;
use leptos::prelude::*;

use crate::i18n::{Untrusted, clock_time, t, text, use_i18n};
use crate::live::live;
use crate::pages::containers::routes::{RepositoryTab, Route};
use crate::pages::containers::sync_tasks::status::{is_not_copied, sync_status_pill};
use crate::pages::containers::sync_tasks::target::{target_cell, target_text};
use crate::query::FoundTask;
use crate::table::cells::age::age_cell;
use crate::table::cells::flag::flag_cell;
use crate::table::{RowText, SortValue};

/// What a person calls it.
pub fn name(found: &FoundTask) -> String {
    format!("{} → {}", repository(found), target(found))
}

fn repository(found: &FoundTask) -> String {
    found
        .place
        .as_ref()
        .map(|(organization, repository)| format!("{organization}/{repository}"))
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

/// What it is found and sorted by.
pub fn row_text(found: &FoundTask) -> RowText {
    let (repository, target) = (repository(found), target(found));
    let made = found.last_job.job();
    let made = made.and_then(|job| Timestamp::parse(&job.created_at));
    RowText {
        key: format!("{repository} {target}"),
        search: format!("{repository} {target}"),
        values: vec![
            ("repository", SortValue::Text(repository)),
            ("target", SortValue::Text(target)),
            (
                "automatic",
                SortValue::Number(i64::from(found.task.automatic == Some(true))),
            ),
            // Failed ones first, those that never ran last.
            (
                "last",
                SortValue::Number(match found.last_job {
                    LastJob::Job(_) if has_failed(found) => 0,
                    LastJob::Job(_) => 1,
                    LastJob::NotTold => 2,
                    LastJob::None => 3,
                }),
            ),
            (
                "age",
                SortValue::Number(made.map_or(0, Timestamp::milliseconds)),
            ),
            (
                "read",
                SortValue::Number(found.read_at.map_or(0, Timestamp::milliseconds)),
            ),
        ],
    }
}

/// A cell of the table.
pub fn cell(found: &FoundTask, column: usize) -> AnyView {
    let words = use_i18n();
    match column {
        0 => match &found.place {
            Some((organization, repository)) => {
                let route = Route::Repository(
                    organization.clone(),
                    repository.clone(),
                    RepositoryTab::SyncTasks,
                );
                let name = format!("{organization}/{repository}");
                view! {
                    <a href=route.to_string() tabindex="-1">
                        {name}
                    </a>
                }
                .into_any()
            }
            None => ().into_any(),
        },
        1 => target_cell(&found.task.target_region, &found.task.target_organization),
        2 => flag_cell(found.task.automatic),
        3 => match &found.last_job {
            LastJob::Job(job) => view! {
                {sync_status_pill(&job.status)}
                " "
                <Untrusted text=job.tag.clone() />
            }
            .into_any(),
            LastJob::NotTold => t(text::automatic_sync_not_told()).into_any(),
            LastJob::None => t(text::all_sync_tasks_never()).into_any(),
        },
        4 => match found.last_job.job() {
            Some(job) => age_cell(&job.created_at),
            None => ().into_any(),
        },
        _ => match found.read_at {
            Some(time) => live(move || clock_time(time, words.language())).into_any(),
            None => ().into_any(),
        },
    }
}
