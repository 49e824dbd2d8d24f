//! What the dialogs of this page share: the list of people, the typed word, the buttons.

use leptos::prelude::*;

use super::people::Person;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::pages::level::level_name_of;

/// Whether a typed text is the word that confirms: `confirm` or `确认`, in any case, full-width too.
#[must_use]
pub fn is_confirmation(typed: &str) -> bool {
    let narrow: String = typed
        .trim()
        .chars()
        .map(|character| match character {
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
            }
            other => other,
        })
        .collect();
    narrow.eq_ignore_ascii_case("confirm") || narrow == "确认"
}

/// The people that a change is about: name, ID and level.
#[component]
pub fn PeopleList(
    /// Whom.
    people: Vec<Person>,
) -> impl IntoView {
    let words = use_i18n();
    let rows = people
        .into_iter()
        .map(|person| {
            let level = level_name_of(person.auth);
            view! {
                <li>
                    <Untrusted text=person.shown_name().to_owned() />
                    " "
                    <span class="identifier">
                        <Untrusted text=person.user_id.clone() />
                    </span>
                    " – "
                    {move || words.say(&level)}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="dialog-list">{rows}</ul> }
}

/// The field for the word that confirms.
#[component]
pub fn TypedConfirmation(
    /// What was typed.
    typed: RwSignal<String>,
    /// What is missing, after the button was pressed.
    problem: RwSignal<Option<Message>>,
) -> impl IntoView {
    let words = use_i18n();
    view! {
        <div class="field">
            <label for="confirmation">{t(text::confirm_label())}</label>
            <input
                id="confirmation"
                class="input"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby="confirmation-note"
                prop:value=move || typed.get()
                on:input=move |event| {
                    problem.set(None);
                    typed.set(event_target_value(&event));
                }
            />
            <div id="confirmation-note" class="field-note" role="alert">
                {move || {
                    problem
                        .get()
                        .map(|problem| {
                            view! {
                                <span class="field-error">{move || words.show(&problem)}</span>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// Cancel, which has the first focus, and the button that acts.
#[component]
pub fn DialogActions(
    /// What the button does.
    label: Message,
    /// Whether it takes something away.
    #[prop(optional)]
    is_danger: bool,
    /// Leaves.
    on_close: Callback<()>,
    /// Acts.
    on_act: Callback<()>,
) -> impl IntoView {
    let class = if is_danger {
        "button danger"
    } else {
        "button primary"
    };
    view! {
        <div class="dialog-actions">
            <button type="button" class="button" data-first-focus="" on:click=move |_| on_close.run(())>
                {t(text::dialog_cancel())}
            </button>
            <button type="button" class=class on:click=move |_| on_act.run(())>
                {t(label)}
            </button>
        </div>
    }
}
