//! What stands in a page's place while its area is on the way, or when there is no page.

use leptos::prelude::*;

use super::areas::Route;
use super::arriving::arriving;
use crate::i18n::{t, text};

/// The page; while its area is on the way, word of that; when it does not arrive, a way to try
/// again.
pub fn page_or_word(route: Route) -> AnyView {
    match (route.build(), route.area()) {
        (Some(page), _) => page,
        (None, Some(area)) => arriving(move || area.load(), move || route.build(), |word| word),
        (None, None) => not_found(),
    }
}

fn not_found() -> AnyView {
    view! {
        <p>{t(text::not_found_words())}</p>
        <p>
            <a href="containers">{t(text::not_found_way_out())}</a>
        </p>
    }
    .into_any()
}
