//! Buttons.

use leptos::prelude::*;

use super::focus::hand_on_focus;
use crate::i18n::{Message, use_i18n};
use crate::live::{Live, live, on};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// One among others.
    Plain,
    /// What the page or dialog is for; at most one on it.
    Primary,
    /// Only words.
    Quiet,
    /// Takes something away, in the dialog that does it.
    Danger,
    /// Leads to a dialog that takes something away.
    DangerText,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button primary",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
            Self::DangerText => "button danger-text",
        }
    }
}

/// What a person can do: words that may follow signals, whether it can be done now, and the doing.
pub struct Action {
    /// How much it asks for attention.
    pub kind: ButtonKind,
    /// Its words; react.
    pub label: Box<dyn Fn() -> Message + Send>,
    /// Whether it can be done; reacts.
    pub is_enabled: Box<dyn Fn() -> bool + Send>,
    /// Does it.
    pub run: Box<dyn FnMut()>,
}

/// A button with fixed words that can always be pressed.
pub fn button(kind: ButtonKind, label: Message, press: impl FnMut() + 'static) -> AnyView {
    action_button(Action {
        kind,
        label: Box::new(move || label.clone()),
        is_enabled: Box::new(|| true),
        run: Box::new(press),
    })
}

/// The button that sends the form in which it stands; its words react.
pub fn submit_button(kind: ButtonKind, label: Live<Message>) -> AnyView {
    let words = use_i18n();
    view! {
        <button type="submit" class=kind.class()>
            {live(move || words.say(&label()))}
        </button>
    }
    .into_any()
}

/// The button of an action.
pub fn action_button(action: Action) -> AnyView {
    let words = use_i18n();
    let Action {
        kind,
        label,
        is_enabled,
        mut run,
    } = action;
    let element = NodeRef::new();
    hand_on_focus(element);
    view! {
        <button
            type="button"
            node_ref=element
            class=kind.class()
            disabled=live(move || !is_enabled())
            on:click=on(move |_| run())
        >
            {live(move || words.say(&label()))}
        </button>
    }
    .into_any()
}
