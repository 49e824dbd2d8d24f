//! How long ago something was, in a table.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::untold::untold;
use crate::browser::clock::use_clock;
use crate::i18n::{Untrusted, age, use_i18n};
use crate::live::live;

/// The age of a time that the service gave; a text that is no time is shown as it is, and
/// a dash where there is none.
pub fn age_cell(time: &str) -> AnyView {
    match Timestamp::parse(time) {
        Some(time) => {
            let (words, clock) = (use_i18n(), use_clock());
            live(move || age(time, clock.get(), words.language())).into_any()
        }
        None if time.is_empty() => untold(),
        None => view! { <Untrusted text=time.to_owned() /> }.into_any(),
    }
}

/// The same to sort by; what is no time comes first.
#[must_use]
pub fn time_to_sort_by(time: &str) -> i64 {
    Timestamp::parse(time).map_or(0, Timestamp::milliseconds)
}
