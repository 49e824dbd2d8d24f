//! Executions that are on screen, live until all have ended.

use changes::{Following, Seen};
use cloud_api::enterprise::{Execution, ExecutionId, Page, RunStatus};
use leptos::prelude::*;

use crate::browser::clock::{now, use_clock};
use crate::i18n::text;
use crate::listing::pause::pause_button;
use crate::live::{derived, follow, live};
use crate::query::{Query, use_live_refresh};
use crate::ui::use_announcements;

/// Keeps executions up to date until all have ended, which it tells once, and gives the button that pauses
/// that.
pub fn pause_and_tell(read: Query<Page<Execution>>) -> AnyView {
    let clock = use_clock();
    let goes_on = derived(move || {
        let now = clock.get();
        let page = read.value();
        let mut rows = page.iter().flat_map(|page| page.rows.iter());
        rows.any(|execution| execution.goes_on(now))
    });
    let is_reading = read.status().is_reading;
    let refresh = use_live_refresh(
        live(move || goes_on.get()),
        live(move || is_reading.get()),
        Callback::new(move |()| read.refresh()),
    );
    tell_ends(read);
    pause_button(refresh)
}

/// Says it once when executions that were seen under way have ended.
fn tell_ends(read: Query<Page<Execution>>) {
    let announcements = use_announcements();
    let following = StoredValue::new(Following::default());
    follow(move || {
        let Some(page) = read.value() else { return };
        let now = now();
        let seen = page.rows.iter().filter_map(|execution| {
            Some(Seen {
                id: execution.id?,
                is_over: !execution.goes_on(now),
            })
        });
        let seen: Vec<Seen<ExecutionId>> = seen.collect();
        let ended = following.try_update_value(|following| following.see(&seen));
        let ended = ended.unwrap_or_default();
        if ended.is_empty() {
            return;
        }
        let has_ended = |execution: &&Execution| execution.id.is_some_and(|id| ended.contains(&id));
        let rows = page.rows.iter().filter(has_ended);
        let has_failed = |it: &&Execution| it.known_status() == Some(RunStatus::Failed);
        let failed = rows.filter(has_failed).count();
        announcements.tell(text::executions_ended(ended.len() as u64, failed as u64));
    });
}
