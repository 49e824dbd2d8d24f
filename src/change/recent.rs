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
        work.entries().into_iter().position(|entry| {
            entry.change.with(|change| {
                let mut items = change.items().values();
                items.any(|item| is_of_page(&item.subject))
            })
        })
    });
    live(move || {
        let entry = newest
            .get()
            .and_then(|index| work.entries().get(index).copied());
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
