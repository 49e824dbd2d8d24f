//! Pausing a page that keeps itself up to date.

use leptos::prelude::*;

use crate::i18n::text;
use crate::live::live;
use crate::query::LiveRefresh;
use crate::ui::{Action, ButtonKind, action_button};

/// The button that pauses the updates or lets them go on, while there are any.
pub fn pause_button(refresh: LiveRefresh) -> AnyView {
    let button = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(move || match refresh.is_paused() {
            true => text::live_resume(),
            false => text::live_pause(),
        }),
        is_enabled: Box::new(|| true),
        run: Box::new(move || refresh.toggle()),
    });
    view! { <span hidden=live(move || !refresh.is_due())>{button}</span> }.into_any()
}
