//! What is being changed, and was last changed, on what a page is about.

use cloud_api::Subject;
use leptos::prelude::*;

use super::card::change_card;
use crate::i18n::text;
use crate::live::{derived, live, shown};
use crate::ui::{ButtonKind, button};
use crate::work::use_work;

/// The card of the newest change that is about something of a page.
pub fn recent_change(is_of_page: impl Fn(&Subject) -> bool + Send + Sync + 'static) -> AnyView {
    let work = use_work();
    let newest = derived(move || {
        let entry = work.newest(&is_of_page);
        entry.map(|entry| entry.id)
    });
    live(move || {
        let entry = newest.get().and_then(|id| work.entry(id));
        let entry = entry.filter(|entry| !entry.is_put_away.get());
        shown(entry.map(|entry| {
            let put_away = button(ButtonKind::Quiet, text::recent_put_away(), move || {
                entry.is_put_away.set(true);
            });
            view! {
                <div class="recent-change">
                    {change_card(entry)}
                    {put_away}
                </div>
            }
        }))
    })
    .into_any()
}
