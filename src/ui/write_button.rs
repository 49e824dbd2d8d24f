//! What leads to a write: it is there only where the console is not set up to show and nothing else.

use config::Writes;
use leptos::prelude::*;

use super::button::{ButtonKind, button};
use crate::config::use_config;
use crate::i18n::{Message, t, text};
use crate::live::shown;

/// Whether anything that writes is offered.
#[must_use]
pub fn offers_writes() -> bool {
    use_config().writes == Writes::Offered
}

/// A button that leads to a write; nothing where none is offered.
pub fn write_button(kind: ButtonKind, label: Message, press: impl FnMut() + 'static) -> AnyView {
    match offers_writes() {
        true => button(kind, label, press),
        false => ().into_any(),
    }
}

/// Says that nothing can be changed here, where that is so.
pub fn only_shows() -> AnyView {
    let words = || view! { <p class="note">{t(text::read_only_note())}</p> };
    shown((!offers_writes()).then(words))
}
