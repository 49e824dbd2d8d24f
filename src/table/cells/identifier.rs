//! What is read character by character, in a table.

use leptos::prelude::*;

use crate::i18n::{Message, Untrusted, use_i18n, visible};
use crate::live::{live, on};
use crate::ui::failure::copy;
use crate::ui::{ByHand, Icon, IconName, use_announcements};

/// Characters that are left of either end of a short ID.
const ENDS: usize = 4;

/// An ID, an address or a path; untrusted text.
pub fn identifier_cell(text: String) -> AnyView {
    view! {
        <span class="identifier">
            <Untrusted text />
        </span>
    }
    .into_any()
}

/// Whether the Tab key leads to the button: in a table the arrow keys do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTabOrder {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// An ID by its two ends, the whole of it as its title, and a button that copies it, which `label`
/// names; untrusted text.
pub fn short_identifier_cell(text: &str, label: Message) -> AnyView {
    short_identifier(text, label, InTabOrder::No)
}

/// The same elsewhere than in a table.
pub fn short_identifier(text: &str, label: Message, in_tab_order: InTabOrder) -> AnyView {
    if text.is_empty() {
        return ().into_any();
    }
    let words = use_i18n();
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    let whole = visible(text);
    let content = whole.clone();
    view! {
        <span class="identifier" title=whole.clone()>
            <Untrusted text=shortened(&whole) />
        </span>
        <button
            type="button"
            class="button quiet icon-only"
            tabindex=(in_tab_order == InTabOrder::No).then_some("-1")
            aria-label=live(move || words.say(&label))
            on:click=on(move |_| copy(announcements, by_hand, &content))
        >
            <Icon name=IconName::Copy />
        </button>
        {by_hand.field()}
    }
    .into_any()
}

/// `3000…0303` of `30000000000000000000000000000303`; a text that is hardly longer stays whole.
#[must_use]
pub fn shortened(text: &str) -> String {
    let length = text.chars().count();
    if length <= 3 * ENDS {
        return text.to_owned();
    }
    let start: String = text.chars().take(ENDS).collect();
    let end: String = text.chars().skip(length - ENDS).collect();
    format!("{start}…{end}")
}
