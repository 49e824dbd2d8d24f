//! A level of access as a word, and as a meter.

use cloud_api::swr::AccessLevel;
use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::use_i18n;
use crate::live::live;

/// A level in a table.
#[component]
pub fn LevelName(
    /// The API's number, where the service tells.
    number: Option<i64>,
) -> impl IntoView {
    let words = use_i18n();
    let message = level_name_of(number);
    live(move || words.say(&message))
}

/// The same with a meter of three steps before the word; one that is not known has no step.
#[component]
pub fn LevelMeter(
    /// The API's number, where the service tells.
    number: Option<i64>,
) -> impl IntoView {
    let level = number.and_then(|number| AccessLevel::try_from(number).ok());
    let steps = AccessLevel::ALL.map(|step| {
        let is_reached = level.is_some_and(|level| step <= level);
        view! { <span class:reached=is_reached></span> }.into_any()
    });
    view! {
        <span class="level-meter" aria-hidden="true">
            {steps}
        </span>
        <span>
            <LevelName number />
        </span>
    }
}
