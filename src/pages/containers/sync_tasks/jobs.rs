//! The sync jobs of a repository, live until all have ended.

mod columns;

use std::rc::Rc;

use changes::{Following, Seen};
use cloud_api::swr::{SyncJob, SyncJobPage};
use leptos::prelude::*;
use words::explanation;

use super::status::is_not_copied;
use crate::i18n::{t, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_called;
use crate::listing::pause::pause_button;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live, shown};
use crate::query::{Query, use_live_refresh};
use crate::table::{use_rows, use_sort_called};
use crate::ui::use_announcements;
use columns::columns;

/// The table.
pub fn jobs(read: Query<SyncJobPage>) -> AnyView {
    let all = move || {
        let page = read.value();
        page.map(|page| page.jobs.to_vec()).unwrap_or_default()
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
    let words = use_i18n();
    let older = move || {
        let page = read.value()?;
        let (all, count) = (page.total?, page.jobs.received());
        (all > count).then(|| text::sync_jobs_newest(all, count))
    };
    let not_all = move || older().map(|words| view! { <p>{t(words)}</p> });
    Listing {
        id: "sync-jobs-title",
        title: text::sync_jobs_title(),
        count: text::sync_jobs_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(read),
        nothing: live(text::sync_jobs_nothing),
        around: Around {
            standing: Standing::Section,
            actions: pause_button(refresh),
            export: Export {
                gaps: live(move || older().map(|older| words.say(&older)).into_iter().collect()),
                ..Export::default()
            },
            notices: live(move || shown(not_all())).into_any(),
            explain: explanation::of_sync_tasks,
            ..Around::default()
        },
    }
    .view()
}

/// Says it once when the jobs that were seen under way have all ended.
fn tell_the_end(read: Query<SyncJobPage>) {
    let announcements = use_announcements();
    let following = StoredValue::new(Following::default());
    follow(move || {
        let Some(page) = read.value() else { return };
        let seen: Vec<Seen<Option<u64>>> = page.jobs.iter().map(seen).collect();
        let ended = following.try_update_value(|following| following.see_together(&seen));
        // One without a number keeps the others waiting; of itself nothing can be told.
        let ended: Vec<u64> = ended.unwrap_or_default().into_iter().flatten().collect();
        if ended.is_empty() {
            return;
        }
        let has_ended = |job: &&SyncJob| job.id.is_some_and(|id| ended.contains(&id));
        let jobs = page.jobs.iter().filter(has_ended);
        let failed = jobs.filter(|job| is_not_copied(&job.status)).count();
        announcements.tell(text::sync_jobs_ended(ended.len() as u64, failed as u64));
    });
}

fn seen(job: &SyncJob) -> Seen<Option<u64>> {
    Seen {
        id: job.id,
        is_over: job.status.is_terminal(),
    }
}
