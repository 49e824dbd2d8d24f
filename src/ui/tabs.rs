//! The tabs of a page: links, so that each has an address.

use std::fmt;

use leptos::prelude::*;

use crate::i18n::{Message, t};

/// ID of the room for a count in the tab that is open.
pub(super) const COUNT_ID: &str = "tab-count";

/// Links to the parts of a page, by their addresses; `current` is the one that is open.
pub fn tabs<R: PartialEq + fmt::Display>(
    label: Message,
    current: &R,
    parts: Vec<(R, Message)>,
) -> AnyView {
    let links: Vec<AnyView> = parts
        .into_iter()
        .map(|(route, label)| {
            let is_current = (route == *current).then_some("page");
            view! {
                <a class="tab" href=route.to_string() aria-current=is_current>
                    {t(label)}
                    {is_current.map(|_| view! { <span id=COUNT_ID class="tab-count"></span> })}
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
