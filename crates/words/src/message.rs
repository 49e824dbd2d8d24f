//! Messages: what is said, apart from the language in which it is said.

use cloud_api::Timestamp;

/// A sentence to be said in whichever language is chosen when it is shown. It holds values, never
/// words, so it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub(crate) number: usize,
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

impl Message {
    pub(crate) fn new(number: usize, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { number, arguments }
    }

    pub(crate) fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}
