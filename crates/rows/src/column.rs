//! Values to sort by.

use crate::fold::fold;

/// One column's values, one a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Sorted without regard to case first, then by the text itself.
    Text(Vec<Box<str>>),
    /// Sorted by size: counts, bytes, milliseconds.
    Number(Vec<i64>),
}

impl Column {
    pub(crate) fn rows(&self) -> usize {
        match self {
            Self::Text(texts) => texts.len(),
            Self::Number(numbers) => numbers.len(),
        }
    }
}

/// A column with what sorting needs worked out beforehand.
#[derive(Clone, Debug)]
pub(crate) enum Prepared {
    Text(Texts),
    Number(Vec<i64>),
}

/// Texts and, where it differs, the form without case.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) texts: Vec<Box<str>>,
    folded: Vec<Option<Box<str>>>,
}

impl Texts {
    pub(crate) fn folded(&self, row: usize) -> &str {
        match &self.folded[row] {
            Some(folded) => folded,
            None => &self.texts[row],
        }
    }
}

impl Prepared {
    pub(crate) fn new(column: Column) -> Self {
        let texts = match column {
            Column::Number(numbers) => return Self::Number(numbers),
            Column::Text(texts) => texts,
        };
        let folded = texts
            .iter()
            .map(|text| {
                let folded = fold(text);
                (folded != **text).then(|| folded.into_boxed_str())
            })
            .collect();
        Self::Text(Texts { texts, folded })
    }

    /// Whether `later` holds the same kind of values.
    pub(crate) fn is_like(&self, later: &Self) -> bool {
        matches!(
            (self, later),
            (Self::Text(_), Self::Text(_)) | (Self::Number(_), Self::Number(_))
        )
    }

    /// Takes over the values of a column of the same kind.
    pub(crate) fn append(&mut self, later: Self) {
        match (self, later) {
            (Self::Text(own), Self::Text(later)) => {
                own.texts.extend(later.texts);
                own.folded.extend(later.folded);
            }
            (Self::Number(own), Self::Number(later)) => own.extend(later),
            (Self::Text(_), Self::Number(_)) | (Self::Number(_), Self::Text(_)) => {}
        }
    }
}
