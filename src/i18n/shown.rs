//! Messages as content of the page.

use leptos::prelude::*;
use words::{Message, Piece};

use super::language::I18n;
use super::untrusted::Untrusted;

impl I18n {
    /// The sentence as content, every untrusted name set apart from it; reacts to the language.
    pub fn show(self, message: &Message) -> AnyView {
        self.pieces(message)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(text) => text.into_any(),
                Piece::Name(text) => view! { <Untrusted text /> }.into_any(),
            })
            .collect_view()
            .into_any()
    }
}
