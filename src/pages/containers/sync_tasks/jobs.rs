//! The sync jobs of a repository, live until all have ended.

mod columns;

use std::rc::Rc;

use cloud_api::swr::{SyncJob, SyncJobPage};
use leptos::prelude::*;

use super::offer::explain;
use super::status::is_not_copied;
use crate::i18n::{t, text};
use crate::listing::filter::use_filter_called;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing};
use crate::live::{live, shown};
use crate::query::{Query, use_live_refresh};
use crate::table::{use_rows, use_sort_called};
use crate::ui::use_announcements;
use columns::columns;

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
    let filter = use_filter_called("job-filter", text::sync_jobs_filter, &[]);
    let sort = use_sort_called("job-sort", "-created");
    let rows = use_rows(columns(), move || Rc::new(all()), filter.text(), Some(sort));
    let not_all = move || {
        let page = read.value()?;
        let (all, count) = (page.total?, page.jobs.len() as u64);
        (all > count).then(|| view! { <p>{t(text::sync_jobs_newest(all, count))}</p> }.into_any())
    };
    Listing {
        id: "sync-jobs-title",
        title: text::sync_jobs_title(),
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(read),
        nothing: live(text::sync_jobs_nothing),
        around: Around {
            actions: pause_button(refresh),
            notices: live(move || shown(not_all())).into_any(),
            explain,
            ..Around::default()
        },
    }
    .view()
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
