//! When times by the clock come next, in the person's time and in UTC.

use cloud_api::enterprise::Schedule;
use cloud_api::{Timestamp, enterprise::Cron};
use leptos::prelude::*;

use crate::browser::clock::use_clock;
use crate::i18n::{exact_time, t, text, use_i18n, utc_clock, utc_day};
use crate::live::{derived, live};

/// Runs that are shown.
const SHOWN: usize = 5;

/// The next runs of what is typed, while it tells times; reacts.
pub fn next_runs(typed: RwSignal<String>) -> AnyView {
    let (clock, words) = (use_clock(), use_i18n());
    let runs = derived(move || -> Vec<Timestamp> {
        let text = typed.get();
        let schedule = Schedule::typed(&text).ok();
        let cron = schedule.and_then(|schedule| schedule.as_str().parse::<Cron>().ok());
        cron.map_or_else(Vec::new, |cron| cron.next_runs(clock.get(), SHOWN))
    });
    let line = move |time: &Timestamp| {
        let language = words.language();
        let utc = format!(
            "{} {}",
            utc_day(*time, language),
            utc_clock(*time, language)
        );
        let line = text::cron_run(exact_time(*time, language), utc);
        view! { <li>{words.say(&line)}</li> }.into_any()
    };
    let content = move || {
        let runs = runs.get();
        if runs.is_empty() {
            return ().into_any();
        }
        let lines: Vec<AnyView> = runs.iter().map(line).collect();
        view! {
            <p class="label">{t(text::cron_next_runs())}</p>
            <ul class="dialog-list" tabindex="0">
                {lines}
            </ul>
        }
        .into_any()
    };
    view! { <div aria-live="polite">{live(content)}</div> }.into_any()
}
