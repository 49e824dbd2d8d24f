//! What was changed from this page since it was opened.

mod routes;

use leptos::prelude::*;

use crate::change::card::change_card;
use crate::i18n::{t, text};
use crate::ui::page_help;
use crate::work::use_work;

pub use routes::Route;

/// The page.
pub fn page(_route: Route) -> AnyView {
    let work = use_work();
    view! {
        {page_help(text::activity_purpose())}
        <Show
            when=move || !work.entries().is_empty()
            fallback=|| view! { <p class="empty">{t(text::activity_nothing())}</p> }
        >
            <For each=move || work.entries() key=|entry| entry.id let(entry)>
                {change_card(entry)}
            </For>
        </Show>
    }
    .into_any()
}
