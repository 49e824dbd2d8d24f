//! What was changed from this page since it was opened.

mod routes;

use leptos::prelude::*;

use crate::change::card::change_card;
use crate::i18n::{t, text};
use crate::live::{each, live, shown};
use crate::work::use_work;

pub use routes::Route;

/// The page.
pub fn page(_route: Route) -> AnyView {
    let work = use_work();
    let nothing = move || {
        let words = || view! { <p class="empty">{t(text::activity_nothing())}</p> };
        shown(work.entries().is_empty().then(words))
    };
    view! {
        <p class="page-purpose">{t(text::activity_purpose())}</p>
        {live(nothing)}
        {each(move || work.entries(), |entry| entry.id, change_card)}
    }
    .into_any()
}
