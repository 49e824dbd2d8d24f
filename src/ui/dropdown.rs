//! A list of which one is selected, closed until it is opened.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::live::{Live, live, on};

/// What can be selected.
pub struct Offered {
    /// Tells it from the others.
    pub value: String,
    /// The language of its words, where that is not the page's.
    pub language: Option<&'static str>,
    /// Its words; react.
    pub words: Live<String>,
    /// Whether it is selected; reacts.
    pub is_selected: Live<bool>,
}

/// The list under its label; `id` is unique in the page, `class` is the label's. `select` runs with the
/// value that somebody selects.
pub fn dropdown(
    id: &'static str,
    label: Message,
    class: &'static str,
    offered: Vec<Offered>,
    select: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = offered
        .into_iter()
        .map(|offered| {
            view! {
                <option value=offered.value lang=offered.language selected=live(offered.is_selected)>
                    {live(offered.words)}
                </option>
            }
            .into_any()
        })
        .collect();
    view! {
        <label class=class for=id>
            {t(label)}
        </label>
        <select
            id=id
            class="input"
            on:change=on(move |event| select(event_target_value(&event)))
        >
            {options}
        </select>
    }
    .into_any()
}
