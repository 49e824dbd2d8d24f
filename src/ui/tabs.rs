//! The tabs of a page: links, so that each has an address.

use std::fmt;

use leptos::prelude::*;

use super::page_head::PageHead;
use crate::i18n::{Message, t};

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
    view! {
        <nav class="tabs" aria-label=t(label)>
            {links}
        </nav>
    }
    .into_any()
}
