//! Messages: what is said, apart from the language in which it is said.

use cloud_api::Timestamp;

use crate::beginning;
use crate::template::Template;

/// A sentence to be said in whichever language is chosen when it is shown. It holds values, never
/// words, so it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub(crate) source: &'static Source,
    arguments: Vec<(&'static str, Argument)>,
}

/// Where the words of a message come from. Each is held by the function of its message alone, so that
/// texts are loaded with the area that says them.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its place in a message file.
    pub(crate) number: usize,
    /// Its English text.
    pub(crate) english: Template<&'static str>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Source {}

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

impl Piece {
    /// As plain text. There a name that is too long to be shown whole cannot be opened, so it is cut.
    #[must_use]
    pub fn into_text(self) -> String {
        match self {
            Self::Words(text) => text,
            Self::Name(name) => beginning(&name).unwrap_or(name),
        }
    }
}

impl Message {
    pub(crate) fn new(source: &'static Source, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { source, arguments }
    }

    pub(crate) fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}
