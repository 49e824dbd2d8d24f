//! Whether everyone can pull, as a pill.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::ui::{IconName, Pill, Tone};

/// Public, private or not known.
#[component]
pub fn VisibilityPill(
    /// Whether everyone can pull, where the service tells.
    is_public: Option<bool>,
) -> impl IntoView {
    let (tone, icon, label) = match is_public {
        Some(true) => (Tone::Warning, IconName::Globe, text::visibility_public()),
        Some(false) => (Tone::Neutral, IconName::Locked, text::visibility_private()),
        None => (
            Tone::Neutral,
            IconName::Neutral,
            text::visibility_not_told(),
        ),
    };
    view! { <Pill tone icon label=t(label) /> }
}
