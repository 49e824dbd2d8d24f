//! A button that opens what stands under it: the browser closes it on Escape and on a click beside.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::icon::{Icon, IconName};
use crate::browser::console::note;
use crate::i18n::{Message, t};

/// The button with its words, and what it opens. `id` is unique in the page.
pub fn menu(id: &'static str, label: AnyView, content: AnyView) -> AnyView {
    view! {
        <div class="menu">
            <button type="button" class="button quiet menu-button" popovertarget=id>
                <span class="menu-label">{label}</span>
                <Icon name=IconName::Open />
            </button>
            <div id=id class="menu-content" popover="auto">
                {content}
            </div>
        </div>
    }
    .into_any()
}

/// Closes what stands under a button: a click on a link in it leads on.
pub fn close_menu(id: &str) {
    let content = document().get_element_by_id(id);
    let content = content.filter(|it| it.matches(":popover-open").unwrap_or(false));
    if let Some(Ok(content)) = content.map(|it| it.dyn_into::<HtmlElement>())
        && let Err(refusal) = content.hide_popover()
    {
        note("the menu did not close", &refusal);
    }
}

/// The same under an icon alone, which `label` names.
pub fn icon_menu(id: String, icon: IconName, label: Message, content: AnyView) -> AnyView {
    view! {
        <div class="menu">
            <button
                type="button"
                class="button icon-only"
                popovertarget=id.clone()
                aria-label=t(label)
            >
                <Icon name=icon />
            </button>
            <div id=id class="menu-content" popover="auto">
                {content}
            </div>
        </div>
    }
    .into_any()
}
