//! A size in a table.

use leptos::prelude::*;

use super::untold::untold;
use crate::i18n::{size_in_bytes, use_i18n};
use crate::live::live;

/// A number of bytes in the unit that suits it; a dash where it is not known.
pub fn size_cell(bytes: Option<u64>) -> AnyView {
    let Some(bytes) = bytes else {
        return untold();
    };
    let words = use_i18n();
    live(move || size_in_bytes(bytes, words.language())).into_any()
}
