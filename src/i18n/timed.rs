//! Times in the page: in the words that matter, with the exact time behind them.

use cloud_api::Timestamp;
use leptos::prelude::*;
use words::in_brackets;

use super::format::{exact_time, machine_time};
use super::language::use_i18n;
use crate::browser::clock::use_clock;
use crate::live::live;

/// What `shown` says of a time at a moment; the exact time, with its zone, is there by mouse, in a
/// table by key, and for readers.
pub fn timed(time: Timestamp, shown: impl Fn(Timestamp) -> String + Send + 'static) -> AnyView {
    let (words, clock) = (use_i18n(), use_clock());
    live(move || {
        let exact = exact_time(time, words.language());
        let behind = in_brackets(&exact, words.language());
        view! {
            <time class="time" datetime=machine_time(time) title=exact>
                {shown(clock.get())}
                <span class="exact">{behind}</span>
            </time>
        }
        .into_any()
    })
    .into_any()
}
