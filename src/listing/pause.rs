//! Pausing a page that keeps itself up to date.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::LiveRefresh;
use crate::ui::{Action, ButtonKind, action_button, use_announcements};

/// The button that pauses the updates or lets them go on, while there are any. What the person has
/// changed is followed all the same, which is said as long as they are paused.
pub fn pause_button(refresh: LiveRefresh) -> AnyView {
    let announcements = use_announcements();
    let button = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(move || match refresh.is_paused() {
            true => text::live_resume(),
            false => text::live_pause(),
        }),
        is_enabled: Box::new(|| true),
        run: Box::new(move || {
            refresh.toggle();
            if untrack(|| refresh.is_paused()) {
                announcements.read_out(text::live_paused());
            }
        }),
    });
    let goes_on_all_the_same = move || {
        let words = || view! { <span class="freshness">{t(text::live_paused())}</span> };
        shown(refresh.is_paused().then(words))
    };
    view! {
        <span hidden=live(move || !refresh.is_due())>{button}</span>
        {live(goes_on_all_the_same)}
    }
    .into_any()
}
