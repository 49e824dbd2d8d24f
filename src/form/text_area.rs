//! A field of several lines with label, hint and error.

use leptos::prelude::*;

use super::field::{Field, FieldNote, described_by};
use crate::i18n::{Message, t};
use crate::live::{live, on};

/// The field, for IDs and the like: nothing corrects or translates what stands in it.
pub fn text_area(id: &'static str, label: Message, hint: Message, field: Field) -> AnyView {
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <textarea
                id=id
                class="text-area identifier"
                rows="4"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                translate="no"
                aria-invalid=live(move || field.shown_problem().is_some().then_some("true"))
                aria-describedby=described_by(id)
                prop:value=live(move || field.text.get())
                on:input=on(move |event| field.type_in(event_target_value(&event)))
                on:blur=on(move |_| field.leave())
            />
            <FieldNote id problem=live(move || field.told_problem()) hint=Some(hint) />
        </div>
    }
    .into_any()
}
