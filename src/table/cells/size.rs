//! A size in a table.

use leptos::prelude::*;

use crate::i18n::{size_in_bytes, use_i18n};
use crate::live::{live, shown};

/// A number of bytes in the unit that suits it; nothing where it is not known.
pub fn size_cell(bytes: Option<u64>) -> AnyView {
    let words = use_i18n();
    shown(bytes.map(|bytes| live(move || size_in_bytes(bytes, words.language()))))
}
