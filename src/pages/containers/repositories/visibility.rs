//! Whether everyone can pull, as a pill.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::ui::{IconName, Pill, Tone};

/// Public or private.
#[component]
pub fn VisibilityPill(
    /// Whether everyone can pull.
    is_public: bool,
) -> impl IntoView {
    let (tone, icon, label) = if is_public {
        (Tone::Warning, IconName::Warning, text::visibility_public())
    } else {
        (Tone::Neutral, IconName::Neutral, text::visibility_private())
    };
    view! { <Pill tone icon label=t(label) /> }
}
