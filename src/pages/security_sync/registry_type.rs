//! Which software a registry is, as a cell.

use leptos::prelude::*;
use words::registry_type::type_words;

use crate::i18n::{Untrusted, t};
use crate::table::cells::untold::untold;

/// The words for a type by the service's name; an unknown one is shown as it is.
pub fn type_cell(name: &str) -> AnyView {
    match type_words(name) {
        Some(words) => t(words).into_any(),
        None if name.is_empty() => untold(),
        None => view! { <Untrusted text=name.to_owned() /> }.into_any(),
    }
}
