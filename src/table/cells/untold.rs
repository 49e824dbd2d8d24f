//! What the service did not tell, in a table and in an export of it.

use leptos::prelude::*;

use crate::i18n::{t, text};

/// A dash, with words for whoever listens: what never came is neither nothing nor zero.
pub fn untold() -> AnyView {
    view! {
        <span aria-hidden="true">"–"</span>
        <span class="visually-hidden">{t(text::level_not_told())}</span>
    }
    .into_any()
}

/// A value as an export holds it; empty where the service told none.
pub fn told(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
