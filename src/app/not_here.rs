//! What stands in a page's place while its area is on the way, or when there is no page.

use leptos::prelude::*;

use super::areas::Route;
use crate::i18n::{t, text};
use crate::ui::piece::page_of_piece;

/// The page; while its area is on the way, word of that; when it does not arrive, a way to try
/// again.
pub fn page_or_word(route: Route) -> AnyView {
    match route.area() {
        Some(area) => page_of_piece(move || area.load(), move || route.build()),
        None => not_found(),
    }
}

fn not_found() -> AnyView {
    view! {
        <p>{t(text::not_found_words())}</p>
        <p>
            <a href="overview">{t(text::not_found_way_out())}</a>
        </p>
    }
    .into_any()
}
