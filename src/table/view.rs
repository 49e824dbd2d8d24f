//! Which rows are shown, in which order.

use rows::{Column, Direction, Filter, RowIndex, Sort};

use super::sort::SortOrder;
use crate::i18n::{Language, compatible, ranks};

/// What a row is found and sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// What tells it from others over refreshes.
    pub key: String,
    /// Everything that the filter looks through.
    pub search: String,
    /// A value for each column that can be sorted by, the same columns in every row.
    pub values: Vec<(&'static str, SortValue)>,
}

/// What a column is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SortValue {
    /// Words, compared without regard to case.
    Text(String),
    /// A number or time.
    Number(i64),
}

/// Rows that are ready to be filtered and sorted.
#[derive(Default)]
pub(super) struct Index {
    rows: RowIndex,
    columns: Vec<&'static str>,
}

impl Index {
    /// Makes rows ready.
    pub(super) fn new(texts: Vec<RowText>, language: Language) -> Self {
        let Some(first) = texts.first() else {
            return Self::default();
        };
        let names = first.values.iter().map(|(name, _)| *name).collect();
        let columns = (0..first.values.len())
            .map(|column| prepare(&texts, column, language))
            .collect();
        let mut keys = Vec::with_capacity(texts.len());
        let mut search = Vec::with_capacity(texts.len());
        for text in texts {
            keys.push(text.key.into_boxed_str());
            search.push(compatible(text.search).into_boxed_str());
        }
        // Every column was made of as many values as there are rows.
        let rows = RowIndex::new(keys, columns, &search).unwrap_or_default();
        Self {
            rows,
            columns: names,
        }
    }

    pub(super) fn rows(&self) -> &RowIndex {
        &self.rows
    }

    /// What tells a row from others over refreshes.
    pub(super) fn key(&self, place: u32) -> Option<&str> {
        self.rows.key(place)
    }

    /// Places of the rows that hold every word of the filter, in order.
    pub(super) fn view(&self, filter: &str, order: &SortOrder) -> Vec<u32> {
        let column = self.columns.iter().position(|name| *name == order.column);
        let direction = if order.descending {
            Direction::Descending
        } else {
            Direction::Ascending
        };
        self.rows.view(
            &Filter::new(&compatible(filter.to_owned())),
            column.map(|column| Sort { column, direction }),
        )
    }
}

/// The values of a column. Texts in other scripts than Latin letters are sorted by their rank in the
/// language's own order, which only the browser knows.
fn prepare(texts: &[RowText], column: usize, language: Language) -> Column {
    let mut numbers = Vec::new();
    let mut words: Vec<Box<str>> = Vec::new();
    for text in texts {
        match text.values.get(column) {
            Some((_, SortValue::Text(value))) => words.push(value.as_str().into()),
            Some((_, SortValue::Number(value))) => numbers.push(*value),
            None => {}
        }
    }
    if numbers.len() == texts.len() {
        return Column::Number(numbers);
    }
    words.resize(texts.len(), Box::default());
    if words.iter().all(|word| word.is_ascii()) {
        Column::Text(words)
    } else {
        Column::Number(ranks(&words, language))
    }
}
