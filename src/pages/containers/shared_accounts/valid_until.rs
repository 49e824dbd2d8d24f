//! Until when a repository is shared with an account.

use cloud_api::swr::SharedAccount;
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::shown;
use crate::table::cells::deadline;
use crate::ui::{IconName, Pill, Tone};

/// Until when, and whether that is over.
pub fn valid_until(shared: &SharedAccount) -> AnyView {
    let over = shared.has_expired().then(|| {
        let label = t(text::shared_accounts_expired());
        view! { <Pill tone=Tone::Warning icon=IconName::Warning label /> }
    });
    view! {
        {deadline::deadline_cell(&shared.deadline)}
        " "
        {shown(over)}
    }
    .into_any()
}

/// The same to sort by: the earliest end first, for ever last.
pub fn deadline_rank(shared: &SharedAccount) -> i64 {
    deadline::deadline_rank(&shared.deadline)
}
