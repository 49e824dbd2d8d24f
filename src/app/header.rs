//! The top bar: what this is, where one is, who one is.

mod appearance;
mod jobs;
mod person;
mod place;

use leptos::prelude::*;

use super::areas::Route;
use super::go_to::go_to;
use crate::i18n::{t, text};
use crate::live::{derived, live, shown};
use crate::session::use_session;
use crate::ui::{Icon, IconName, product_name};
pub use appearance::{appearance, load_words, restore_appearance};
use jobs::jobs;
use person::person_menu;
use place::place_menu;

/// The top bar: what stands at its start, the name of the console, and what stands at its end.
pub fn top_bar(start: impl IntoAny, end: impl IntoAny) -> AnyView {
    let (start, end) = (start.into_any(), end.into_any());
    view! {
        <header class="top-bar">
            {start} <a class="product-name" href="overview">
                <Icon name=IconName::Mark />
                <span>{live(product_name())}</span>
            </a> {end}
        </header>
    }
    .into_any()
}

/// The top bar of whoever is signed in.
pub fn top_bar_of_session(route: Memo<Route>) -> AnyView {
    let session = use_session();
    // What is opened from here stays when the token is renewed, and when it has ended: it may ask for another one.
    let beginning = derived(move || session.beginning());
    let of_session = move || {
        let identity = beginning.get().and_then(|_| untrack(|| session.identity()));
        shown(identity.map(|identity| {
            [
                place_menu(&identity, route),
                go_to(),
                jobs(),
                person_menu(&identity),
            ]
        }))
    };
    let drawer = view! {
        <button
            type="button"
            class="button quiet icon-only drawer-button"
            popovertarget=super::navigation::ID
            aria-label=t(text::frame_open_navigation())
        >
            <Icon name=IconName::Menu />
        </button>
    };
    top_bar(drawer, live(of_session))
}
