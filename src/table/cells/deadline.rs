//! Until when something is given, in a table.

use cloud_api::Timestamp;
use cloud_api::swr::Deadline;
use leptos::prelude::*;

use crate::i18n::{Untrusted, exact_time, t, text, use_i18n};
use crate::live::live;

/// Until when, in the service's own words; a text that is no deadline is shown as it is.
pub fn deadline_cell(deadline: &str) -> AnyView {
    let words = use_i18n();
    match read(deadline).as_ref().map(Deadline::time) {
        Some(Some(time)) => live(move || exact_time(time, words.language())).into_any(),
        Some(None) => t(text::shared_accounts_forever()).into_any(),
        None => view! { <Untrusted text=deadline.to_owned() /> }.into_any(),
    }
}

/// The same to sort by: the earliest end first, for ever last.
#[must_use]
pub fn deadline_rank(deadline: &str) -> i64 {
    match read(deadline) {
        None => i64::MIN,
        Some(deadline) => deadline.time().map_or(i64::MAX, Timestamp::milliseconds),
    }
}

fn read(deadline: &str) -> Option<Deadline> {
    deadline.parse().ok()
}
