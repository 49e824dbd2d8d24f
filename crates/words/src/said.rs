//! From a message to a sentence in a language.

use crate::table::Table;
use crate::template::Template;
use crate::{Argument, Format, Language, Message, Piece, visible};

impl Message {
    /// The sentence in pieces; in English without a `table`.
    #[must_use]
    pub fn pieces(
        &self,
        language: Language,
        table: Option<&Table>,
        format: &dyn Format,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.push_pieces(&mut pieces, language, table, format);
        pieces
    }

    fn push_pieces(
        &self,
        pieces: &mut Vec<Piece>,
        language: Language,
        table: Option<&Table>,
        format: &dyn Format,
    ) {
        let template = match table.and_then(|table| table.template(self.source.number)) {
            Some(template) => template,
            None => self.source.english.clone(),
        };
        let mut rest = match template {
            Template::Plain(text) => text,
            Template::Plural { one, other } => match self.argument("count") {
                Some(Argument::Number(count)) if language.is_one(*count) => one,
                _ => other,
            },
        };
        while let Some((words, after)) = rest.split_once('{') {
            let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
            let name = inside.split(':').next().unwrap_or_default();
            push_words(pieces, words);
            match self.argument(name) {
                Some(Argument::Number(value)) => {
                    push_words(pieces, &format.number(*value, language));
                }
                Some(Argument::Time(time)) => {
                    push_words(pieces, &format.clock_time(*time, language));
                }
                Some(Argument::Message(message)) => {
                    message.push_pieces(pieces, language, table, format);
                }
                Some(Argument::Name(value)) => pieces.push(Piece::Name(visible(value))),
                None => {}
            }
            rest = behind;
        }
        push_words(pieces, rest);
    }
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Words(text)) => text.push_str(words),
        _ if words.is_empty() => {}
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}
