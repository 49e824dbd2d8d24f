//! The tabs of a page: links, so that each has an address.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::route::Route;

/// Links to the parts of a page; `current` is the one that is open.
pub fn tabs(label: Message, current: &Route, parts: Vec<(Route, Message)>) -> AnyView {
    let links: Vec<AnyView> = parts
        .into_iter()
        .map(|(route, label)| {
            let is_current = (route == *current).then_some("page");
            view! {
                <a class="tab" href=route.to_string() aria-current=is_current>
                    {t(label)}
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
