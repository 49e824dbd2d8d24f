//! Messages: what is said, apart from the language in which it is said.

use cloud_api::Timestamp;

use crate::table::{Table, Template};
use crate::{Format, Language, visible};

/// A sentence to be said in whichever language is chosen when it is shown. It holds values, never
/// words, so it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    number: usize,
    arguments: Vec<(&'static str, Argument)>,
}

/// A value inside a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A count.
    Number(u64),
    /// Untrusted text from a server or a person: shown apart from the sentence.
    Name(String),
    /// Another message.
    Message(Message),
    /// A time of day.
    Time(Timestamp),
}

/// A piece of a sentence that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// Untrusted text, its control characters already visible.
    Name(String),
}

/// The messages, one function each, made from `locales/en.json`.
pub mod text {
    use cloud_api::Timestamp;

    use super::{Argument, Message};
    use crate::table::Template;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

impl Message {
    fn new(number: usize, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { number, arguments }
    }

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
        let template = match table.and_then(|table| table.template(self.number)) {
            Some(template) => template,
            None => text::ENGLISH[self.number].clone(),
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

    fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Words(text)) => text.push_str(words),
        _ if words.is_empty() => {}
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}
