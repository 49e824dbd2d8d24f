//! The tabs of a page: links, so that each has an address.

use std::fmt;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::page_head::PageHead;
use crate::i18n::{Message, t};
use crate::live::follow;

/// Links to the parts of a page, by their addresses; `current` is the one that is open.
pub fn tabs<R: PartialEq + fmt::Display>(
    label: Message,
    current: &R,
    parts: Vec<(R, Message)>,
) -> AnyView {
    let head = use_context::<PageHead>();
    let links: Vec<AnyView> = parts
        .into_iter()
        .map(|(route, label)| {
            let is_current = (route == *current).then_some("page");
            let room = head.filter(|_| is_current.is_some()).map(|head| head.tab);
            view! {
                <a class="tab" href=route.to_string() aria-current=is_current>
                    {t(label)}
                    {room.map(|room| view! { <span node_ref=room class="tab-count"></span> })}
                </a>
            }
            .into_any()
        })
        .collect();
    let nav = NodeRef::<html::Nav>::new();
    follow(move || {
        if let Some(nav) = nav.get() {
            request_animation_frame(move || show_current(&nav));
        }
    });
    view! {
        <nav node_ref=nav class="tabs" aria-label=t(label)>
            {links}
        </nav>
    }
    .into_any()
}

/// On a phone the tabs stand in one line, of which a part is seen: the one with the tab that is open.
fn show_current(nav: &HtmlElement) {
    let current = nav.query_selector("[aria-current]").ok().flatten();
    if let Some(current) = current.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let room = nav.client_width() - current.offset_width();
        nav.set_scroll_left(current.offset_left() - room / 2);
    }
}
