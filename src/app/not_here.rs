//! What stands in a page's place while its area is on the way, or when there is no page.

use leptos::prelude::*;

use super::areas::{Area, Route};
use super::failed_area::failed_area;
use crate::i18n::{t, text};
use crate::live::live;

/// The page; while its area is on the way, word of that; when it does not arrive, a way to try
/// again.
pub fn page_or_word(route: Route) -> AnyView {
    match (route.build(), route.area()) {
        (Some(page), _) => page,
        (None, Some(area)) => arriving(area, route),
        (None, None) => not_found(),
    }
}

fn arriving(area: Area, route: Route) -> AnyView {
    let is_here = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let load = Callback::new(move |()| {
        has_failed.set(false);
        leptos::task::spawn_local(async move {
            match area.load().await {
                Ok(()) => is_here.set(true),
                Err(_) => has_failed.set(true),
            }
        });
    });
    load.run(());
    live(move || {
        let page = is_here.get().then(|| route.build()).flatten();
        match page {
            Some(page) => page,
            None if has_failed.get() => failed_area(load),
            None => view! { <p class="page-wait">{t(text::table_loading())}</p> }.into_any(),
        }
    })
    .into_any()
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
