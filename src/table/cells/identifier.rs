//! What is read character by character, in a table.

use leptos::prelude::*;

use crate::i18n::Untrusted;

/// An ID, an address or a path; untrusted text.
pub fn identifier_cell(text: String) -> AnyView {
    view! {
        <span class="identifier">
            <Untrusted text />
        </span>
    }
    .into_any()
}
