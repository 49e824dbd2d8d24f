//! The navigation between areas.

use leptos::prelude::*;

use super::areas::Route;
use crate::i18n::{Message, t, text};
use crate::live::{live, on};
use crate::ui::{Icon, IconName};

/// Links to the areas; the one that is open is marked.
pub fn side_navigation(route: Memo<Route>) -> AnyView {
    let entries = Route::entries().into_iter();
    let links: Vec<AnyView> = entries
        .map(|(to, words, icon)| link(route, to, words, icon))
        .collect();
    view! {
        <nav class="side-navigation" aria-label=t(text::frame_navigation())>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}

fn link(route: Memo<Route>, to: Route, words: Message, icon: IconName) -> AnyView {
    let address = to.to_string();
    let area = to.area();
    let load_ahead = move || {
        if let Some(area) = area {
            area.load_ahead();
        }
    };
    let is_current = move || {
        route
            .with(|route| route.trail().first() == Some(&to))
            .then_some("page")
    };
    view! {
        <li>
            <a
                href=address
                aria-current=live(is_current)
                on:pointerenter=on(move |_| load_ahead())
                on:focus=on(move |_| load_ahead())
            >
                <Icon name=icon />
                {t(words)}
            </a>
        </li>
    }
    .into_any()
}
