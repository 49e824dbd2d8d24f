//! What a column is called and how it stands.

use crate::i18n::Message;

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start: words.
    Start,
    /// At the end: numbers and times.
    End,
}

/// A column of a grid.
#[derive(Clone, Debug)]
pub struct Column {
    /// Key in the address, when the column can be sorted by.
    pub key: Option<&'static str>,
    /// Its heading.
    pub title: Message,
    /// Where its text stands.
    pub align: Align,
}

impl Column {
    /// A column of words that can be sorted by.
    #[must_use]
    pub fn text(key: &'static str, title: Message) -> Self {
        Self {
            key: Some(key),
            title,
            align: Align::Start,
        }
    }

    /// A column of numbers or times that can be sorted by.
    #[must_use]
    pub fn number(key: &'static str, title: Message) -> Self {
        Self {
            key: Some(key),
            title,
            align: Align::End,
        }
    }

    /// A column that cannot be sorted by.
    #[must_use]
    pub fn plain(title: Message) -> Self {
        Self {
            key: None,
            title,
            align: Align::Start,
        }
    }
}
