//! A text field with label, hint and error.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{Live, live, on};
use crate::ui::{Icon, IconName};

/// A field's rule: what is wrong with a text, if anything.
type Rule = Box<dyn Fn(&str) -> Option<Message> + Send + Sync>;

/// The state of a text field: what stands in it, whether it was left, and what the server said.
#[derive(Clone, Copy)]
pub struct Field {
    /// What stands in it.
    pub text: RwSignal<String>,
    touched: RwSignal<bool>,
    check: StoredValue<Rule>,
    refused: RwSignal<Option<Refused>>,
}

/// What the server said, and about which text: another may stand in the field when it answers.
#[derive(Clone)]
struct Refused {
    text: String,
    why: Message,
}

impl Field {
    /// A field with a rule: `None` when the text is good.
    pub fn new(check: impl Fn(&str) -> Option<Message> + Send + Sync + 'static) -> Self {
        Self {
            text: RwSignal::new(String::new()),
            touched: RwSignal::new(false),
            check: StoredValue::new(Box::new(check)),
            refused: RwSignal::new(None),
        }
    }

    /// What would be wrong with a text.
    #[must_use]
    pub fn check(self, text: &str) -> Option<Message> {
        self.check.with_value(|check| check(text))
    }

    /// What is wrong with the text by the rule, shown or not; reacts. What the server refused may be
    /// sent again: something else may have changed meanwhile.
    #[must_use]
    pub fn problem(self) -> Option<Message> {
        let text = self.text.get();
        self.check(&text)
    }

    /// What is wrong with the text, once the person has left the field, or else what the server said
    /// about it; reacts.
    #[must_use]
    pub fn shown_problem(self) -> Option<Message> {
        let touched = self.touched.get();
        let problem = touched.then(|| self.problem()).flatten();
        problem.or_else(|| {
            let refused = self.refused.get()?;
            self.is_about_text(&refused).then_some(refused.why)
        })
    }

    /// What the note under the field says is wrong, here or with what stood here; reacts.
    #[must_use]
    pub fn told_problem(self) -> Option<Message> {
        self.shown_problem().or_else(|| {
            let Refused { text, why } = self.refused.get()?;
            Some(text::field_refused_before(text, why))
        })
    }

    fn is_about_text(self, refused: &Refused) -> bool {
        self.text.with(|text| text.trim() == refused.text)
    }

    /// Takes over what stands in the element of this ID: password managers fill fields without a word.
    pub fn take_over(self, id: &str) {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
            && self.text.with_untracked(|text| *text != element.value())
        {
            self.text.set(element.value());
        }
    }

    /// Shows what is wrong although the field was not left, as on submit.
    pub fn touch(self) {
        self.touched.set(true);
    }

    /// The person has left the field: what is wrong is shown, unless it is still empty. A field that
    /// leaves the page with the focus in it is told of that when its state has gone already.
    pub(super) fn leave(self) {
        if self.text.try_with_untracked(String::is_empty) == Some(false) {
            self.touched.try_set(true);
        }
    }

    /// Lets the server judge anew.
    pub fn forget_refusal(self) {
        self.refused.set(None);
    }

    /// Takes in what the person types; what the server said was about another text.
    pub(super) fn type_in(self, text: String) {
        self.refused.set(None);
        self.text.set(text);
    }

    /// The server's refusal of a text, put where it belongs; gone with the next key.
    pub fn refuse(self, text: impl Into<String>, why: Message) {
        self.touched.set(true);
        let text = text.into().trim().to_owned();
        self.refused.set(Some(Refused { text, why }));
    }
}

/// A text field.
#[component]
pub fn TextField(
    /// ID in the page, unique.
    id: &'static str,
    /// Its label.
    label: Message,
    /// Its hint, replaced by the error.
    #[prop(optional)]
    hint: Option<Message>,
    /// Its state.
    field: Field,
    /// ID of the list of what can be picked, where there is one.
    #[prop(optional)]
    suggestions: Option<&'static str>,
    /// What browsers and password managers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Of which kind the browser's own field is.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <input
                id=id
                class="input"
                type=kind
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                list=suggestions
                aria-invalid=live(move || field.shown_problem().is_some().then_some("true"))
                aria-describedby=described_by(id)
                prop:value=live(move || field.text.get())
                on:input=on(move |event| field.type_in(event_target_value(&event)))
                on:blur=on(move |_| field.leave())
            />
            <FieldNote id problem=live(move || field.told_problem()) hint />
        </div>
    }
}

/// ID of the note under a field.
#[must_use]
pub fn described_by(id: &str) -> String {
    format!("{id}-note")
}

/// The hint under a field, or what is wrong in its place.
#[component]
pub fn FieldNote(
    /// ID of the field.
    id: &'static str,
    /// What is wrong.
    problem: Live<Option<Message>>,
    /// What to know before.
    hint: Option<Message>,
) -> impl IntoView {
    let words = use_i18n();
    let note = move || match (problem(), hint.clone()) {
        (Some(problem), _) => view! {
            <span class="field-error">
                <Icon name=IconName::Danger />
                <span>{live(move || words.show(&problem))}</span>
            </span>
        }
        .into_any(),
        (None, Some(hint)) => {
            view! { <span class="field-hint">{live(move || words.show(&hint))}</span> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <div id=described_by(id) class="field-note">
            {live(note)}
        </div>
    }
}
