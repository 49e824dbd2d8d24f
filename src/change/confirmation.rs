//! What dialogs share: the typed word that confirms, the form, and the buttons.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use crate::i18n::{Message, compatible, t, text, use_i18n};
use crate::live::{Live, live, on, shown};
use crate::ui::{ButtonKind, submit_button};

/// Whether a typed text is the word that confirms: `confirm` or `确认`, in any case, full-width too.
#[must_use]
pub fn is_confirmation(typed: &str) -> bool {
    let narrow = compatible(typed.trim().to_owned());
    narrow.eq_ignore_ascii_case("confirm") || narrow == "确认"
}

/// The word that confirms, and what is missing of it.
#[derive(Clone, Copy)]
pub struct Confirmation {
    is_needed: RwSignal<bool>,
    typed: RwSignal<String>,
    problem: RwSignal<Option<Message>>,
}

impl Confirmation {
    /// More than one item asks for the word.
    pub fn for_count(count: usize) -> Self {
        Self {
            is_needed: RwSignal::new(count > 1),
            typed: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }

    /// Asks for the word because of what was read.
    pub fn require(self) {
        self.is_needed.set(true);
    }

    /// Asks for the word, or not, because of what is chosen in the dialog.
    pub fn require_when(self, is_needed: bool) {
        if self.is_needed.get_untracked() != is_needed {
            self.is_needed.set(is_needed);
        }
    }

    /// Asks for the word anew: what it confirmed has changed.
    pub fn ask_again(self) {
        self.typed.set(String::new());
        self.problem.set(None);
    }

    /// Whether the person may go on; says what is missing otherwise.
    pub fn is_given(self) -> bool {
        let is_given =
            !self.is_needed.get_untracked() || is_confirmation(&self.typed.get_untracked());
        self.problem.set((!is_given).then(text::confirm_missing));
        is_given
    }

    /// The field, where it is needed.
    pub fn field(self) -> AnyView {
        live(move || shown(self.is_needed.get().then(|| self.needed_field()))).into_any()
    }

    fn needed_field(self) -> AnyView {
        let words = use_i18n();
        let Self { typed, problem, .. } = self;
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
                    aria-invalid=live(move || problem.with(Option::is_some).then_some("true"))
                    aria-describedby="confirmation-note"
                    prop:value=live(move || typed.get())
                    on:input=on(move |event| {
                        problem.set(None);
                        typed.set(event_target_value(&event));
                    })
                />
                <div id="confirmation-note" class="field-note" role="alert">
                    <span class="field-error">
                        {live(move || problem.get().map(|problem| words.say(&problem)))}
                    </span>
                </div>
            </div>
        }
        .into_any()
    }
}

/// What a dialog asks, its buttons at the end. The one that acts acts on Enter in a text field too; in
/// a box or a filter Enter does nothing.
pub fn dialog_form(act: impl Fn() + 'static, content: AnyView) -> AnyView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        act();
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let kind = input.map(|input| input.type_());
        let asks_nothing = matches!(kind.as_deref(), Some("checkbox" | "radio" | "search"));
        if event.key() == "Enter" && asks_nothing {
            event.prevent_default();
        }
    };
    view! {
        <form novalidate on:submit=on(submit) on:keydown=on(on_key)>
            {content}
        </form>
    }
    .into_any()
}

/// Cancel, which has the first focus, and the button that acts, in a [`dialog_form`]; what it says
/// reacts.
pub fn dialog_actions(kind: ButtonKind, label: Live<Message>, on_close: Callback<()>) -> AnyView {
    view! {
        <div class="dialog-actions">
            <button
                type="button"
                class="button"
                data-first-focus=""
                on:click=on(move |_| on_close.run(()))
            >
                {t(text::dialog_cancel())}
            </button>
            {submit_button(kind, label)}
        </div>
    }
    .into_any()
}
