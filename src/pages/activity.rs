//! What was changed from this page since it was opened.

mod routes;

use leptos::prelude::*;

use crate::change::card::{EndOfLine, change_card};
use crate::change::panel::change_panel;
use crate::i18n::{t, text};
use crate::live::{derived, each, live, shown};
use crate::ui::page_help;
use crate::work::use_work;

pub use routes::Route;

/// The page.
pub fn page(_route: Route) -> AnyView {
    let work = use_work();
    let elsewhere = derived(move || work.elsewhere() as u64);
    let note = move || match elsewhere.get() {
        0 => ().into_any(),
        count => view! { <p>{t(text::activity_elsewhere(count))}</p> }.into_any(),
    };
    let nothing = move || {
        let is_nothing = elsewhere.get() == 0 && work.entries().is_empty();
        shown(is_nothing.then(|| view! { <p class="empty">{t(text::activity_nothing())}</p> }))
    };
    view! {
        {page_help(text::activity_purpose())}
        {live(note)}
        {live(nothing)}
        {change_panel()}
        {each(move || work.entries(), |entry| entry.id, |entry| change_card(entry, EndOfLine::Time))}
    }
    .into_any()
}
