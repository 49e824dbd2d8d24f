//! How a sync task stands among those of all repositories.

use cloud_api::swr::LastCopy;
use cloud_api::{RepositoryPath, Subject};
use leptos::prelude::*;

use super::wanted::Wanted;
use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text};
use crate::live::live;
use crate::pages::containers::routes::{RepositoryTab, Route};
use crate::pages::containers::sync_tasks::status::last_copy_pill;
use crate::pages::containers::sync_tasks::stopping::starts_cell;
use crate::pages::containers::sync_tasks::target::target_text;
use crate::scans::sync_tasks::FoundTask;
use crate::table::cells::age::age_cell;
use crate::table::cells::flag::flag_rank;
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::path::{path_cell, path_link};
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};

/// The columns; the region of a target is left unsaid where only one is `wanted`.
pub fn columns(wanted: Wanted) -> Columns<FoundTask> {
    Columns {
        key: |found| format!("{} {}", repository(found), target(found)),
        name,
        selectable: Some(|found| {
            selectable_where(found.task.target().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::text("repository", text::repositories_name())
                .of_words(repository)
                .searched()
                .exported_words("repository", repository)
                .cell(repository_cell)
                .wide(10.0, 2.0),
            Column::text("target", text::all_sync_tasks_target_organization())
                .of_words(target)
                .searched()
                .cell(move |found: &FoundTask| target_of(found, wanted))
                .wide(10.0, 1.75),
            Column::unseen().exported("remoteRegionId", |found| &found.task.target_region),
            Column::unseen().exported("remoteNamespace", |found| &found.task.target_organization),
            Column::text("automatic", text::automatic_sync_starts())
                .of_rank(|found: &FoundTask| flag_rank(found.task.automatic))
                .exported_words("syncAuto", |found| told(found.task.automatic))
                .cell(|found| starts_cell(subject(found), &found.task))
                .wide(8.25, 0.25)
                .leaves_room(),
            Column::text("last", text::all_sync_tasks_last())
                .of_rank(|found: &FoundTask| found.last_copy as i64)
                .exported("status", status)
                .cell(last_cell)
                .wide(8.25, 0.5)
                .fact(),
            Column::text("tag", text::all_sync_tasks_tag())
                .of(tag)
                .searched()
                .exported("tag", tag)
                .cell(|found: &FoundTask| identifier_cell(tag(found).to_owned()))
                .wide(6.0, 0.5)
                .leaves_room(),
            Column::number("age", text::all_sync_tasks_last_age())
                .of_time(made_at)
                .exported("createdAt", made_at)
                .cell(age)
                .wide(8.5, 0.25),
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

/// Target region and organization.
fn target(found: &FoundTask) -> String {
    let task = &found.task;
    target_text(&task.target_region, &task.target_organization)
}

/// The tag of its latest job; empty without one.
fn tag(found: &FoundTask) -> &str {
    found.last_job.job().map_or("", |job| &job.tag)
}

/// When its latest job was made; empty without one.
fn made_at(found: &FoundTask) -> &str {
    found.last_job.job().map_or("", |job| &job.created_at)
}

/// The status of its latest job in the API's word; empty without one.
fn status(found: &FoundTask) -> &str {
    found.last_job.job().map_or("", |job| job.status.as_str())
}

/// A task as a thing that a change is about; `None` when no request can name it.
fn subject(found: &FoundTask) -> Option<Subject> {
    let place = found.place.as_ref()?;
    Some(Subject::sync_task(place, &found.task.target()?))
}

fn repository_cell(found: &FoundTask) -> AnyView {
    match &found.place {
        Some(repository) => {
            let route = Route::Repository(repository.clone(), RepositoryTab::SyncTasks);
            view! {
                {path_link(&repository.to_string(), route.to_string())}
                {pending(subject(found))}
            }
            .into_any()
        }
        None => ().into_any(),
    }
}

fn target_of(found: &FoundTask, wanted: Wanted) -> AnyView {
    let (whole, organization) = (target(found), found.task.target_organization.clone());
    let target = live(move || match wanted.region.with(Option::is_some) {
        true => view! { <Untrusted text=organization.clone() /> }.into_any(),
        false => path_cell(&whole),
    });
    view! {
        {target}
        {unnameable(found.task.target().is_some())}
    }
    .into_any()
}

fn last_cell(found: &FoundTask) -> AnyView {
    match found.last_job.job() {
        Some(job) => last_copy_pill(&job.status, found.last_copy),
        None => t(match found.last_copy {
            LastCopy::NeverRan => text::all_sync_tasks_never(),
            _ => text::automatic_sync_not_told(),
        })
        .into_any(),
    }
}

fn age(found: &FoundTask) -> AnyView {
    match found.last_job.job() {
        Some(job) => age_cell(&job.created_at),
        None => ().into_any(),
    }
}
