//! The chosen language and the texts that belong to it.

use std::rc::Rc;

use leptos::prelude::*;
use words::{Language, Message, Piece, Table};

use super::format::InBrowser;
use crate::live::{Live, live};

/// The words of the page: hand it a [`Message`], get a sentence.
#[derive(Clone, Copy)]
pub struct I18n {
    language: RwSignal<Language>,
    table: RwSignal<Option<Rc<Table>>, LocalStorage>,
}

/// Makes the words available to everything below.
pub fn provide_i18n() -> I18n {
    let words = I18n {
        language: RwSignal::new(Language::English),
        table: RwSignal::new_local(None),
    };
    provide_context(words);
    words
}

/// The words of the page.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_i18n() -> I18n {
    use_context().unwrap_or_else(|| unreachable!("the application provides the words"))
}

impl I18n {
    /// The language in use.
    #[must_use]
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Switches to English.
    pub fn use_english(self) {
        self.table.set(None);
        self.language.set(Language::English);
    }

    /// Switches to Chinese with the fetched message file; `false` when the file belongs to another
    /// version of the console, and nothing changes then.
    pub fn use_chinese(self, file: &[u8]) -> bool {
        let Some(table) = Table::parse(file) else {
            return false;
        };
        self.table.set(Some(Rc::new(table)));
        self.language.set(Language::Chinese);
        true
    }

    /// The sentence as plain text; reacts to the language.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        let pieces = self.pieces(message);
        pieces.into_iter().map(Piece::into_text).collect()
    }

    pub(super) fn pieces(self, message: &Message) -> Vec<Piece> {
        let language = self.language.get();
        self.table
            .with(|table| message.pieces(language, table.as_deref(), &InBrowser))
    }
}

/// A message as a child or attribute that follows the language.
pub fn t(message: Message) -> Live<String> {
    let words = use_i18n();
    live(move || words.say(&message))
}

/// What stands between two sentences: in Chinese nothing, because its full stop brings its own room.
#[must_use]
pub fn between_sentences() -> AnyView {
    let words = use_i18n();
    live(move || match words.language() {
        Language::English => " ",
        Language::Chinese => "",
    })
    .into_any()
}
