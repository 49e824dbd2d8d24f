//! What this browser has changed in the name of the person at the screen.

mod routes;
mod unread;

use leptos::prelude::*;

use crate::change::card::{EndOfLine, change_card};
use crate::change::forget::forget_all_button;
use crate::change::panel::change_panel;
use crate::i18n::{t, text};
use crate::live::{derived, each, live, shown};
use crate::ui::{ButtonKind, button, page_help};
use crate::work::use_work;
use unread::unread;

pub use routes::Route;

/// Changes that are drawn at once, and with each further press.
const SHOWN: usize = 50;

/// The page.
pub fn page(_route: Route) -> AnyView {
    let work = use_work();
    let most = RwSignal::new(SHOWN);
    let elsewhere = derived(move || work.elsewhere() as u64);
    let note = move || match elsewhere.get() {
        0 => ().into_any(),
        count => view! { <p>{t(text::activity_elsewhere(count))}</p> }.into_any(),
    };
    let nothing = move || {
        let is_nothing = elsewhere.get() == 0 && work.entries().is_empty();
        shown(is_nothing.then(|| view! { <p class="empty">{t(text::activity_nothing())}</p> }))
    };
    let first = move || {
        let mut entries = work.entries();
        entries.truncate(most.get());
        entries
    };
    let left = derived(move || work.entries().len().saturating_sub(most.get()));
    let more = move || {
        let label = text::activity_show_more(left.get().min(SHOWN) as u64);
        let show = move || most.update(|most| *most += SHOWN);
        shown((left.get() > 0).then(|| button(ButtonKind::Quiet, label, show)))
    };
    view! {
        {page_help(text::activity_purpose())}
        {live(note)}
        {unread()}
        {live(nothing)}
        {change_panel()}
        {forget_all_button()}
        {each(first, |entry| entry.id, |entry| change_card(entry, EndOfLine::Time))}
        {live(more)}
    }
    .into_any()
}
