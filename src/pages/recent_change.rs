//! What is being changed, and was last changed, on what a page is about.

use cloud_api::Subject;
use leptos::prelude::*;

use super::change_card::change_card;
use crate::live::{derived, live, shown};
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
        shown(entry.map(change_card))
    })
    .into_any()
}
