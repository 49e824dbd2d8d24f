//! A check box with its words.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::live::{live, on};

/// A check box.
pub fn check_box(label: Message, is_checked: RwSignal<bool>) -> AnyView {
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                prop:checked=live(move || is_checked.get())
                on:change=on(move |event| is_checked.set(event_target_checked(&event)))
            />
            <span>{t(label)}</span>
        </label>
    }
    .into_any()
}
