//! What was changed from this page.

use crate::i18n::{t, text};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Activity() -> impl IntoView {
    view! { <p class="page-purpose">{t(text::activity_purpose())}</p> }
}
