//! How many, in a table.

use leptos::prelude::*;

use crate::i18n::{number, use_i18n};
use crate::live::live;

/// A count, where the service tells it.
pub fn count_cell(count: Option<u64>) -> AnyView {
    let words = use_i18n();
    live(move || count.map(|count| number(count, words.language()))).into_any()
}
