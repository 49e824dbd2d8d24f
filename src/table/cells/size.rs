//! A size in a table.

use leptos::prelude::*;

use crate::i18n::{size_in_bytes, use_i18n};
use crate::live::live;

/// A number of bytes in the unit that suits it.
pub fn size_cell(bytes: u64) -> AnyView {
    let words = use_i18n();
    live(move || size_in_bytes(bytes, words.language())).into_any()
}
