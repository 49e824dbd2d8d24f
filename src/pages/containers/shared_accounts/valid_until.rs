//! Until when a repository is shared with an account.

use cloud_api::Timestamp;
use cloud_api::swr::{Deadline, SharedAccount};
use leptos::prelude::*;

use crate::i18n::{Untrusted, exact_time, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::{IconName, Pill, Tone};

/// Until when, and whether that is over; a text that is no deadline is shown as it is.
pub fn valid_until(shared: &SharedAccount) -> AnyView {
    let words = use_i18n();
    let end = match shared.deadline().as_ref().map(Deadline::time) {
        Some(Some(time)) => live(move || exact_time(time, words.language())).into_any(),
        Some(None) => t(text::shared_accounts_forever()).into_any(),
        None => view! { <Untrusted text=shared.deadline.clone() /> }.into_any(),
    };
    let over = shared.has_expired().then(|| {
        let label = t(text::shared_accounts_expired());
        view! { <Pill tone=Tone::Warning icon=IconName::Warning label /> }
    });
    view! {
        {end}
        " "
        {shown(over)}
    }
    .into_any()
}

/// The same to sort by: the earliest end first, for ever last.
pub fn deadline_rank(shared: &SharedAccount) -> i64 {
    match shared.deadline() {
        None => i64::MIN,
        Some(deadline) => deadline.time().map_or(i64::MAX, Timestamp::milliseconds),
    }
}
