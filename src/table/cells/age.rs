//! How long ago something was, in a table.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::untold::untold;
use crate::i18n::{Untrusted, age, timed, use_i18n};

/// The age of a time that the service gave; a text that is no time is shown as it is, and
/// a dash where there is none.
pub fn age_cell(time: &str) -> AnyView {
    match Timestamp::parse(time) {
        Some(time) => {
            let words = use_i18n();
            timed(time, move |now| age(time, now, words.language()))
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
