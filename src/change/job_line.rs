//! How the jobs of a change stand, and for how long they go on.

use cloud_api::Timestamp;
use leptos::prelude::*;
use words::job::{elapsed, followed};

use crate::browser::clock::second_hand;
use crate::i18n::{text, use_i18n};
use crate::live::{derived, live, shown};
use crate::work::Entry;

/// The line, while a job of the change is followed.
pub fn job_line(entry: Entry) -> AnyView {
    let since = derived(move || {
        entry.record.with(|record| {
            let sent = record.change.followed().filter_map(|call| call.sent_at);
            sent.min()
        })
    });
    live(move || {
        let since = since.get();
        shown(since.map(|since| untrack(|| line(entry, since))))
    })
    .into_any()
}

fn line(entry: Entry, since: Timestamp) -> AnyView {
    let (words, clock) = (use_i18n(), second_hand());
    let line = move || {
        let state = entry.record.with(|record| followed(&record.change));
        let elapsed = elapsed(since, clock.get());
        shown(state.map(|state| words.show(&text::job_line(elapsed, state))))
    };
    // Nobody wants each second read out.
    view! {
        <p class="freshness" role="timer">
            {live(line)}
        </p>
    }
    .into_any()
}
