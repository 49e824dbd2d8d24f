//! Everything at one look.

use config::Place;
use leptos::prelude::*;

use super::attention::attention;
use super::changed::changed;
use super::copies::copies;
use super::export::export;
use super::first::first;
use super::head::head;
use super::reading::Reading;
use super::who::who;
use crate::i18n::{t, text, timed, use_i18n};
use crate::listing::extent::extent_notice;
use crate::live::{derived, follow, live, on, shown};
use crate::scans::sight::{account_words, sight_line};
use crate::ui::failure::failure_of;
use crate::ui::{HeadRoom, Icon, IconName, in_page_head, page_help, use_announcements};

/// The page; without `reading` the place has no container images.
pub fn page(place: Place, reading: Option<Reading>) -> AnyView {
    let of_images = |part: fn(Reading) -> AnyView| shown(reading.map(part));
    view! {
        {page_help(text::overview_purpose())}
        {of_images(above)}
        <div class="overview">
            <div>{of_images(who)} {attention(place, reading)}</div>
            <div>{of_images(copies)} {changed()}</div>
        </div>
    }
    .into_any()
}

/// How much was read, why it may not be all, and what to begin with.
fn above(reading: Reading) -> AnyView {
    tell_the_end(reading);
    let retry = Callback::new(move |()| reading.refresh());
    let error = move || {
        let of_list = reading.list.status.error.get();
        of_list.or_else(|| reading.organizations.error())
    };
    view! {
        {head(reading)}
        {in_page_head(HeadRoom::Tools, tools(reading))}
        {failure_of(text::table_failed(), error, Some(retry))}
        {extent_notice(reading.list.extent)}
        {sight_line(move || reading.sight.get().map(account_words))}
        {first(reading)}
    }
    .into_any()
}

/// When the oldest was read of what is shown, and the button that reads again.
fn tools(reading: Reading) -> AnyView {
    let words = use_i18n();
    let oldest = derived(move || reading.oldest());
    let stamp = move || {
        shown(
            oldest
                .get()
                .map(|time| timed(time, move |_| words.say(&text::table_updated(time)))),
        )
    };
    let is_busy = move || reading.list.status.is_reading.get() || reading.is_reading();
    view! {
        <p class="freshness">{live(stamp)}</p>
        <button
            type="button"
            class="button quiet icon-only refresh"
            aria-label=t(text::table_refresh())
            aria-busy=live(move || is_busy().to_string())
            on:click=on(move |_| reading.refresh())
        >
            <Icon name=IconName::Refresh />
        </button>
        {export(reading)}
    }
    .into_any()
}

/// Says how much was read once the reading ends.
fn tell_the_end(reading: Reading) {
    let announcements = use_announcements();
    let reads = derived(move || reading.is_reading());
    let was_reading = StoredValue::new(false);
    follow(move || {
        let is_reading = reads.get();
        let has_ended = was_reading.get_value() && !is_reading;
        if has_ended && !untrack(|| reading.is_paused()) {
            announcements.say(untrack(|| reading.counts()).words());
        }
        was_reading.set_value(is_reading);
    });
}
