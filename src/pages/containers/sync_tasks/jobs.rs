//! The sync jobs of a repository, live until all have ended.

use std::rc::Rc;

use cloud_api::swr::{SyncJob, SyncJobPage};
use leptos::prelude::*;

use super::offer::explain;
use super::status::{is_not_copied, status_order, sync_status_pill};
use super::target::{target_cell, target_text};
use crate::i18n::{Untrusted, t, text};
use crate::listing::pause::pause_button;
use crate::listing::resource_table::{ResourceTable, use_filter_called};
use crate::live::{live, shown};
use crate::query::{Query, use_live_refresh};
use crate::table::cells::age::{age_cell, time_to_sort_by};
use crate::table::{Column, Describe, RowText, SortValue, use_shown, use_sort_called};
use crate::ui::use_announcements;

/// The table.
pub fn jobs(read: Query<SyncJobPage>) -> AnyView {
    let all = move || {
        let page = read.value();
        page.map(|page| page.jobs.clone()).unwrap_or_default()
    };
    let is_moving = move || all().iter().any(|job| !job.status.is_terminal());
    let is_reading = read.status().is_reading;
    let refresh = use_live_refresh(
        live(is_moving),
        live(move || is_reading.get()),
        Callback::new(move |()| read.refresh()),
    );
    tell_the_end(read);
    let filter = use_filter_called("job-filter", &[]);
    let sort = use_sort_called("job-sort", "-created");
    let describe = Describe {
        text: row_text,
        name: |job: &SyncJob| job.tag.clone(),
        is_selectable: |_| false,
        cell: Box::new(cell),
    };
    let rows = use_shown(move || Rc::new(all()), filter.text(), sort, describe);
    let columns = vec![
        Column::text("tag", text::sync_jobs_tag()),
        Column::text("target", text::automatic_sync_target()),
        Column::text("status", text::sync_jobs_status()),
        Column::text("by", text::sync_jobs_by()),
        Column::number("created", text::sync_jobs_created()),
        Column::number("changed", text::sync_jobs_changed()),
    ];
    let not_all = move || {
        let page = read.value()?;
        let (all, count) = (page.total?, page.jobs.len() as u64);
        (all > count).then(|| view! { <p>{t(text::sync_jobs_newest(all, count))}</p> }.into_any())
    };
    view! {
        <ResourceTable
            id="sync-jobs-title"
            class="sync-jobs-table"
            title=text::sync_jobs_title()
            filter=(filter, text::sync_jobs_filter())
            columns
            rows
            sort
            status=read.status()
            explain
            refresh=Callback::new(move |()| read.refresh())
            nothing=live(text::sync_jobs_nothing)
            actions=pause_button(refresh)
            notices=live(move || shown(not_all())).into_any()
        />
    }
    .into_any()
}

/// Says it once when the jobs that were seen under way have all ended.
fn tell_the_end(read: Query<SyncJobPage>) {
    let announcements = use_announcements();
    Effect::new(move |before: Option<Vec<u64>>| {
        let mut watched = before.unwrap_or_default();
        let Some(page) = read.value() else {
            return watched;
        };
        let mut is_moving = false;
        for job in page.jobs.iter().filter(|job| !job.status.is_terminal()) {
            is_moving = true;
            watched.extend(job.id.filter(|id| !watched.contains(id)));
        }
        if is_moving || watched.is_empty() {
            return watched;
        }
        let is_watched = |job: &&SyncJob| job.id.is_some_and(|id| watched.contains(&id));
        let ended = page.jobs.iter().filter(is_watched);
        let failed = ended.filter(|job| is_not_copied(&job.status)).count();
        let count = watched.len() as u64;
        announcements.tell(text::sync_jobs_ended(count, failed as u64));
        Vec::new()
    });
}

fn row_text(job: &SyncJob) -> RowText {
    let target = target_text(&job.target_region, &job.target_organization);
    let by = job.operator().unwrap_or_default().to_owned();
    RowText {
        key: match job.id {
            Some(id) => id.to_string(),
            None => format!("{} {target} {}", job.tag, job.created_at),
        },
        search: format!("{} {target} {by}", job.tag),
        values: vec![
            ("tag", SortValue::Text(job.tag.clone())),
            ("target", SortValue::Text(target)),
            ("status", SortValue::Number(status_order(&job.status))),
            ("by", SortValue::Text(by)),
            (
                "created",
                SortValue::Number(time_to_sort_by(&job.created_at)),
            ),
            (
                "changed",
                SortValue::Number(time_to_sort_by(&job.updated_at)),
            ),
        ],
    }
}

fn cell(job: &SyncJob, column: usize) -> AnyView {
    match column {
        0 => view! { <Untrusted text=job.tag.clone() /> }.into_any(),
        1 => target_cell(&job.target_region, &job.target_organization),
        2 => sync_status_pill(&job.status),
        3 => match job.operator() {
            Some(name) => view! { <Untrusted text=name.to_owned() /> }.into_any(),
            None => t(text::sync_jobs_automatic()).into_any(),
        },
        4 => age_cell(&job.created_at),
        _ => age_cell(&job.updated_at),
    }
}
