//! Yes or no in a table.

use leptos::prelude::*;

use crate::i18n::{t, text};

/// Yes or no, where the service told.
pub fn flag_cell(flag: Option<bool>) -> AnyView {
    let words = match flag {
        Some(true) => text::word_yes(),
        Some(false) => text::word_no(),
        None => text::automatic_sync_not_told(),
    };
    t(words).into_any()
}

/// The same to sort by: what was not told comes first, then no.
#[must_use]
pub fn flag_rank(flag: Option<bool>) -> i64 {
    flag.map_or(-1, i64::from)
}
