//! A field for a password: read once, then emptied; never kept in a signal.

use leptos::html;
use leptos::prelude::*;

use super::field::{FieldNote, described_by};
use crate::browser::put_aside::when_put_aside;
use crate::i18n::{Message, t};
use crate::live::{live, on};

/// A field for a password.
#[component]
pub fn SecretField(
    /// ID in the page, unique.
    id: &'static str,
    /// Its label.
    label: Message,
    /// Its hint, replaced by the error.
    #[prop(optional)]
    hint: Option<Message>,
    /// What is wrong with what was given.
    problem: RwSignal<Option<Message>>,
    /// What password managers may fill in.
    autocomplete: &'static str,
    /// The element, to read it once.
    input: NodeRef<html::Input>,
) -> impl IntoView {
    // Who comes back to the page may be somebody else.
    when_put_aside(move || drop(take(input)), || ());
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <input
                node_ref=input
                id=id
                class="input"
                type="password"
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=live(move || problem.with(Option::is_some).then_some("true"))
                aria-describedby=described_by(id)
                on:input=on(move |_| problem.set(None))
            />
            <FieldNote id problem=live(move || problem.get()) hint />
        </div>
    }
}

/// Takes the secret out of the field and empties it.
pub fn take(input: NodeRef<html::Input>) -> String {
    let Some(element) = input.get_untracked() else {
        return String::new();
    };
    let text = element.value();
    element.set_value("");
    text
}
