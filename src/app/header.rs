//! The top bar: what this is, where one is, who one is.

mod appearance;
mod jobs;
mod person;
mod place;

use leptos::prelude::*;

use super::areas::Route;
use super::go_to::go_to;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::session::use_session;
use crate::ui::{Icon, IconName};
pub use appearance::restore_appearance;
use jobs::jobs;
use person::person_menu;
use place::place_menu;

/// The top bar.
#[component]
pub fn Header(
    /// Which page is shown.
    route: Memo<Route>,
) -> impl IntoView {
    let session = use_session();
    let of_session = move || match session.identity() {
        None => appearance::appearance(),
        Some(identity) => [
            place_menu(&identity, route),
            go_to(),
            jobs(),
            person_menu(&identity),
        ]
        .into_any(),
    };
    let drawer = move || {
        shown(session.identity().map(|_| {
            view! {
                <button
                    type="button"
                    class="button quiet icon-only drawer-button"
                    popovertarget=super::navigation::ID
                    aria-label=t(text::frame_open_navigation())
                >
                    <Icon name=IconName::Menu />
                </button>
            }
        }))
    };
    view! {
        <header class="top-bar">
            {live(drawer)}
            <a class="product-name" href="containers">
                <Icon name=IconName::Mark />
                <span>{t(text::product_name())}</span>
            </a>
            {live(of_session)}
        </header>
    }
}
