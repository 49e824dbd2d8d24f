//! A text to copy by hand, where the browser lets no program copy.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{follow, live, shown};

/// The text that is to be copied by hand, where there is one.
#[derive(Clone, Copy)]
pub struct ByHand(RwSignal<Option<String>>);

impl ByHand {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Offers a text. Whoever asked may have left meanwhile.
    pub(super) fn offer(self, content: &str) {
        self.0.try_set(Some(content.to_owned()));
    }

    /// Takes the last one away.
    pub(super) fn end(self) {
        self.0.set(None);
    }

    /// The field with the text, all of it selected; reacts.
    pub fn field(self) -> AnyView {
        live(move || shown(self.0.get().map(field))).into_any()
    }
}

impl Default for ByHand {
    fn default() -> Self {
        Self::new()
    }
}

fn field(content: String) -> AnyView {
    let area = NodeRef::<html::Textarea>::new();
    follow(move || {
        if let Some(area) = area.get() {
            super::focus(&area);
            area.select();
        }
    });
    view! {
        <label class="field">
            <span>{t(text::copy_by_hand())}</span>
            <textarea
                node_ref=area
                class="text-area identifier"
                translate="no"
                readonly
                rows="4"
            >
                {content}
            </textarea>
        </label>
    }
    .into_any()
}
