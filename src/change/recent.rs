//! What is being changed, and was last changed, on what a page is about.

use cloud_api::Subject;
use leptos::prelude::*;

use super::card::{EndOfLine, change_card};
use super::panel::change_panel;
use crate::live::{derived, live, shown};
use crate::work::use_work;

/// The line of the newest change that is about something of a page, and what is told of one in the panel
/// at the side.
pub fn recent_change(is_of_page: impl Fn(&Subject) -> bool + Send + Sync + 'static) -> AnyView {
    boxed_recent_change(Box::new(is_of_page))
}

/// Whether something is what a page is about.
type IsOfPage = Box<dyn Fn(&Subject) -> bool + Send + Sync>;

/// The same, compiled once for all pages.
fn boxed_recent_change(is_of_page: IsOfPage) -> AnyView {
    let work = use_work();
    let newest = derived(move || {
        let entry = work.newest(&is_of_page);
        entry.map(|entry| entry.id)
    });
    let line = live(move || {
        let entry = newest.get().and_then(|id| work.entry(id));
        let entry = entry.filter(|entry| !entry.is_put_away.get());
        shown(entry.map(|entry| change_card(entry, EndOfLine::Dismiss)))
    });
    [line.into_any(), change_panel()].into_any()
}
