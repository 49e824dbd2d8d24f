//! How many, in a table.

use leptos::prelude::*;

use super::untold::untold;
use crate::i18n::{number, use_i18n};
use crate::live::live;

/// A count, or a dash where the service tells none.
pub fn count_cell(count: Option<u64>) -> AnyView {
    let Some(count) = count else {
        return untold();
    };
    let words = use_i18n();
    live(move || number(count, words.language())).into_any()
}
