//! A field for a secret that is no password, such as a token: read once, then emptied; never kept in a
//! signal.
//!
//! Browsers offer to save what stands in a field for passwords, whatever it says of itself; an area of
//! text they leave alone, and a style hides its letters.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlFormElement};

use super::field::{FieldNote, described_by};
use crate::browser::console::note;
use crate::browser::put_aside::when_put_aside;
use crate::i18n::{Message, t};
use crate::live::{live, on};
use crate::ui::Held;

/// A field for such a secret.
#[component]
pub fn MaskedField(
    /// ID in the page, unique.
    id: &'static str,
    /// Its label.
    label: Message,
    /// Its hint, replaced by the error.
    hint: Message,
    /// What is wrong with what was given.
    problem: RwSignal<Option<Message>>,
    /// The element, to read it once.
    input: NodeRef<html::Textarea>,
    /// Sees a pasted text before the field does; `Some` is put into the field in its place.
    on_paste: Callback<String, Option<String>>,
) -> impl IntoView {
    let paste = move |event: web_sys::ClipboardEvent| {
        let pasted = event
            .clipboard_data()
            .and_then(|data| data.get_data("text").ok());
        let Some(pasted) = pasted else { return };
        event.prevent_default();
        problem.set(None);
        if let (Some(text), Some(element)) = (on_paste.run(pasted), input.get_untracked()) {
            element.set_value(&text);
        }
    };
    // Enter means the form's button here, as in a field of one line.
    let submit = move |event: web_sys::KeyboardEvent| {
        let is_bare = Held::with(&event) == Held::Nothing && !event.is_composing();
        if event.key() == "Enter" && is_bare {
            event.prevent_default();
            if let Some(element) = input.get_untracked() {
                submit_form(&element);
            }
        }
    };
    // Who comes back to the page may be somebody else.
    when_put_aside(move || drop(take_masked(input)), || ());
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <textarea
                node_ref=input
                id=id
                class="input masked"
                rows="1"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                // What password managers are told by their own names.
                data-1p-ignore=""
                data-bwignore=""
                data-lpignore="true"
                aria-invalid=live(move || problem.with(Option::is_some).then_some("true"))
                aria-describedby=described_by(id)
                on:paste=on(paste)
                on:keydown=on(submit)
                on:input=on(move |_| problem.set(None))
            />
            <FieldNote id problem=live(move || problem.get()) hint=Some(hint) />
        </div>
    }
}

/// Its button may stand apart from it, as at the foot of a dialog.
fn submit_form(element: &HtmlElement) {
    let form = element.closest("form").ok().flatten();
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let Some(Err(refused)) = form.map(|form| form.request_submit()) {
        note("the form could not be sent", &refused);
    }
}

/// The secret that stands in the field, which keeps it: what is refused may be sent again.
pub fn masked_text(input: NodeRef<html::Textarea>) -> String {
    let element = input.get_untracked();
    element.map_or_else(String::new, |element| element.value())
}

/// Takes the secret out of the field and empties it.
pub fn take_masked(input: NodeRef<html::Textarea>) -> String {
    let Some(element) = input.get_untracked() else {
        return String::new();
    };
    let text = element.value();
    element.set_value("");
    text
}
