//! A choice of one among few.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::live::{live, on};

/// Radio buttons: `name` tells the group from others, each option has a value and its words.
pub fn choice(
    name: &'static str,
    label: Message,
    options: Vec<(&'static str, Message)>,
    chosen: RwSignal<String>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(value, words)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name
                        value=value
                        prop:checked=live(move || chosen.with(|chosen| chosen == value))
                        on:change=on(move |_| chosen.set(value.to_owned()))
                    />
                    <span>{t(words)}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="choices">
            <legend class="label">{t(label)}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}
