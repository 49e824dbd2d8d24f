//! Messages and the templates they are made from.

use super::format;
use super::language::Language;
use super::untrusted::visible;

/// A sentence to be said in whichever language is chosen when it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    number: usize,
    arguments: Vec<(&'static str, Argument)>,
}

/// A value inside a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A count.
    Number(u64),
    /// Untrusted text from a server or a person: shown apart from the sentence.
    Name(String),
    /// Words of our own.
    Text(String),
}

/// A piece of a sentence that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// Untrusted text, its control characters already visible.
    Name(String),
}

/// The text of a message in one language.
#[derive(Clone, Debug)]
pub(super) enum Template<T> {
    /// One text.
    Plain(T),
    /// A text for one and a text for other counts; no language of ours has more forms.
    Plural { one: T, other: T },
}

/// The messages, one function each, made from `locales/en.json`.
pub mod text {
    use super::{Argument, Message, Template};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

impl Message {
    fn new(number: usize, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { number, arguments }
    }

    /// The sentence in pieces.
    pub(super) fn pieces(&self, language: Language, table: Option<&Table>) -> Vec<Piece> {
        let template = match table.and_then(|table| table.templates.get(self.number)) {
            Some(Template::Plain(text)) => Template::Plain(&**text),
            Some(Template::Plural { one, other }) => Template::Plural {
                one: &**one,
                other: &**other,
            },
            None => text::ENGLISH[self.number].clone(),
        };
        let template = match template {
            Template::Plain(text) => text,
            Template::Plural { one, other } => match self.argument("count") {
                Some(Argument::Number(count)) if format::is_one(*count, language) => one,
                _ => other,
            },
        };
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((words, after)) = rest.split_once('{') {
            let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
            let name = inside.split(':').next().unwrap_or_default();
            push_words(&mut pieces, words);
            match self.argument(name) {
                Some(Argument::Number(value)) => {
                    push_words(&mut pieces, &format::number(*value, language));
                }
                Some(Argument::Text(value)) => push_words(&mut pieces, value),
                Some(Argument::Name(value)) => pieces.push(Piece::Name(visible(value))),
                None => {}
            }
            rest = behind;
        }
        push_words(&mut pieces, rest);
        pieces
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

/// All messages of a language that was fetched.
#[derive(Debug)]
pub(super) struct Table {
    templates: Vec<Template<Box<str>>>,
}

impl Table {
    /// Reads a message file; `None` when it is not one of this version of the console.
    pub(super) fn parse(file: &[u8]) -> Option<Self> {
        use serde_json::{Map, Value};
        let file: Map<String, Value> = serde_json::from_slice(file).ok()?;
        let length = file
            .keys()
            .map(|key| key.len() + 1)
            .sum::<usize>()
            .checked_sub(1)?;
        if (file.len(), length) != text::KEYS {
            return None;
        }
        let form = |value: &Value| value.as_str().map(Box::from);
        let templates: Option<Vec<_>> = file
            .values()
            .map(|value| match value {
                Value::Object(forms) => {
                    let other: Box<str> = form(forms.get("other")?)?;
                    let one = forms
                        .get("one")
                        .and_then(form)
                        .unwrap_or_else(|| other.clone());
                    Some(Template::Plural { one, other })
                }
                value => form(value).map(Template::Plain),
            })
            .collect();
        Some(Self {
            templates: templates?,
        })
    }
}
