//! How a sync job stands in the table.

use cloud_api::swr::SyncJob;
use leptos::prelude::*;

use crate::i18n::{Untrusted, t, text};
use crate::pages::containers::sync_tasks::status::{past_copy_pill, status_order};
use crate::pages::containers::sync_tasks::target::{target_cell, target_text};
use crate::table::cells::untold::told;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<SyncJob> {
    Columns {
        key: |job| match job.id {
            Some(id) => id.to_string(),
            None => format!("{} {} {}", job.tag, target(job), job.created_at),
        },
        name: |job| job.tag.clone(),
        selectable: None,
        columns: vec![
            Column::unseen().exported_words("id", |job: &SyncJob| told(job.id)),
            Column::text("tag", text::sync_jobs_tag())
                .of(|job: &SyncJob| &job.tag)
                .exported("tag", |job| &job.tag)
                .searched()
                .wide(9.0, 0.75),
            Column::text("target", text::automatic_sync_target())
                .of_words(target)
                .searched()
                .cell(|job: &SyncJob| target_cell(&job.target_region, &job.target_organization))
                .wide(11.5, 1.0),
            Column::unseen().exported("remoteRegionId", |job: &SyncJob| &job.target_region),
            Column::unseen().exported("remoteNamespace", |job: &SyncJob| &job.target_organization),
            Column::text("status", text::sync_jobs_status())
                .of_rank(|job: &SyncJob| status_order(&job.status))
                .exported("status", |job| job.status.as_str())
                .cell(|job| past_copy_pill(&job.status))
                .wide(10.0, 1.0)
                .fact(),
            Column::text("by", text::sync_jobs_by())
                .of(|job: &SyncJob| job.operator().unwrap_or_default())
                .exported("syncOperatorName", |job| job.operator().unwrap_or_default())
                .searched_as(|job| job.operator().is_none().then(text::sync_jobs_automatic))
                .cell(by_cell)
                .wide(8.0, 0.75)
                .leaves_room(),
            Column::number("created", text::sync_jobs_created())
                .of_time(|job: &SyncJob| &job.created_at)
                .exported("createdAt", |job| &job.created_at)
                .wide(8.5, 0.6),
            Column::number("changed", text::sync_jobs_changed())
                .of_time(|job: &SyncJob| &job.updated_at)
                .exported("updatedAt", |job| &job.updated_at)
                .wide(8.5, 0.6)
                .leaves_room(),
        ],
    }
}

fn target(job: &SyncJob) -> String {
    target_text(&job.target_region, &job.target_organization)
}

fn by_cell(job: &SyncJob) -> AnyView {
    match job.operator() {
        Some(name) => view! { <Untrusted text=name.to_owned() /> }.into_any(),
        None => t(text::sync_jobs_automatic()).into_any(),
    }
}
