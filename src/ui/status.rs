//! A state as icon and word: colour is never alone.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::{Message, use_i18n, visible};
use crate::live::{Live, live};

/// How a state feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good.
    Success,
    /// Attention.
    Warning,
    /// Bad.
    Danger,
    /// Neither.
    Neutral,
    /// As it should be, and no news: words without a pill.
    Plain,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Success => "status success",
            Self::Warning => "status warning",
            Self::Danger => "status danger",
            Self::Neutral => "status neutral",
            Self::Plain => "status plain",
        }
    }
}

/// The label of a state that the service names: a known word in ours, another as it wrote it; untrusted
/// text.
pub fn label_of(said: Option<Message>, word: &str) -> Live<String> {
    let (words, word) = (use_i18n(), visible(word));
    live(move || match &said {
        Some(said) => words.say(said),
        None => word.clone(),
    })
}

/// A soft pill with icon and word.
#[component]
pub fn Pill(
    /// Its colour.
    tone: Tone,
    /// Its icon.
    icon: IconName,
    /// The word; reacts.
    label: Live<String>,
) -> impl IntoView {
    view! {
        <span class=tone.class()>
            <Icon name=icon />
            <span>{label}</span>
        </span>
    }
}
