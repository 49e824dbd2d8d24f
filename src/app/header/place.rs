//! Where the token acts: region and project as one switch, with what else is chosen there.

use leptos::prelude::*;

use crate::app::areas::Route;
use crate::i18n::{Untrusted, t, text};
use crate::live::{derived, live, shown};
use crate::session::Identity;
use crate::ui::failure::copy_button;
use crate::ui::menu;

/// The switch.
pub fn place_menu(identity: &Identity, route: Memo<Route>) -> AnyView {
    let of_area = derived(move || route.with(Route::area));
    let of_page = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        of_area.with(|_| ());
        shown(untrack(|| route.with(Route::top_bar)))
    };
    let project_id = identity.project_id.to_string();
    let region = identity.region.to_string();
    let label = view! {
        <span class="visually-hidden">{t(text::header_place())} " "</span>
        <Untrusted text=region.clone() />
    };
    let content = view! {
        <dl class="menu-facts">
            <div>
                <dt>{t(text::header_region())}</dt>
                <dd>
                    <Untrusted text=region />
                </dd>
            </div>
            <div>
                <dt>{t(text::header_project())}</dt>
                <dd class="identifier">
                    <Untrusted text=project_id.clone() />
                </dd>
                <dd>{copy_button(text::header_copy_project(), project_id)}</dd>
            </div>
            {live(of_page)}
        </dl>
        <p class="note">{t(text::header_other_place())}</p>
    };
    menu("place-menu", label.into_any(), content.into_any())
}
