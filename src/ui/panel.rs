//! A panel at the side of the page, which stays usable beside it; on a small screen it is in front of
//! everything.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::focus::focus;
use super::icon::{Icon, IconName};
use crate::i18n::{t, text};
use crate::live::{follow, on};

/// A panel with its title, on which the focus is when it opens; Escape in it closes it. Who opened it
/// gives the focus back.
pub fn side_panel(title: AnyView, content: AnyView, on_close: Callback<()>) -> AnyView {
    let heading = NodeRef::<html::H2>::new();
    follow(move || {
        if let Some(heading) = heading.get() {
            request_animation_frame(move || {
                if heading.is_connected() {
                    focus(&heading);
                }
            });
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && !event.is_composing() {
            event.prevent_default();
            on_close.run(());
        }
    };
    view! {
        <aside class="side-panel" aria-labelledby="side-panel-title" on:keydown=on(on_key)>
            <div class="side-panel-head">
                <h2 id="side-panel-title" node_ref=heading tabindex="-1">
                    {title}
                </h2>
                <button
                    type="button"
                    class="button quiet icon-only"
                    aria-label=t(text::details_close())
                    on:click=on(move |_| on_close.run(()))
                >
                    <Icon name=IconName::Close />
                </button>
            </div>
            {content}
        </aside>
    }
    .into_any()
}
