//! The navigation between areas.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::areas::Route;
use crate::browser::console::note;
use crate::i18n::{Message, t, text};
use crate::live::{live, on};
use crate::session::use_session;
use crate::ui::{Icon, IconName};

/// ID of the navigation in the page.
pub const ID: &str = "areas";

/// Links to the areas; the one that is open is marked. On a small screen it is a drawer, which a
/// click on a link closes.
pub fn side_navigation(route: Memo<Route>) -> AnyView {
    let place = untrack(|| use_session().identity()).map(|identity| identity.place);
    let entries = Route::entries().into_iter();
    let entries = entries.filter(|(to, ..)| place.is_none_or(|place| to.is_offered(place)));
    let links: Vec<AnyView> = entries
        .map(|(to, words, icon)| link(route, to, words, icon))
        .collect();
    view! {
        <nav
            id=ID
            class="side-navigation"
            popover="auto"
            aria-label=t(text::frame_navigation())
            on:click=on(close_drawer)
        >
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
            .with(|route| {
                let trail = route.trail();
                let top = trail.first();
                top.is_some_and(|top| *top == to || top.is_part_beside(&to))
            })
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

fn close_drawer(event: web_sys::MouseEvent) {
    let drawer = document().get_element_by_id(ID);
    let drawer = drawer.and_then(|drawer| drawer.dyn_into::<web_sys::HtmlElement>().ok());
    let on_link = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.closest("a").is_ok_and(|link| link.is_some()));
    if let Some(drawer) = drawer.filter(|drawer| on_link && is_open(drawer))
        && let Err(refusal) = drawer.hide_popover()
    {
        note("the drawer did not close", &refusal);
    }
}

/// A browser without popovers shows the navigation above the page: nothing is to be closed.
fn is_open(drawer: &web_sys::HtmlElement) -> bool {
    drawer.matches(":popover-open").unwrap_or(false)
}
