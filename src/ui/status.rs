//! A state as icon and word: colour is never alone.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::live::Live;

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
