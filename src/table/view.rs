//! Which rows are shown, in which order.

use rows::{Column, Direction, Filter, RowIndex, Sort};

use super::sort::SortOrder;

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
pub(super) struct Index {
    rows: Option<RowIndex>,
    columns: Vec<&'static str>,
}

impl Index {
    /// Makes rows ready.
    pub(super) fn new(texts: Vec<RowText>) -> Self {
        let first = texts
            .first()
            .map(|text| text.values.clone())
            .unwrap_or_default();
        let names: Vec<&'static str> = first.iter().map(|(name, _)| *name).collect();
        let mut columns: Vec<Column> = first
            .into_iter()
            .map(|(_, value)| match value {
                SortValue::Text(_) => Column::Text(Vec::with_capacity(texts.len())),
                SortValue::Number(_) => Column::Number(Vec::with_capacity(texts.len())),
            })
            .collect();
        let mut keys = Vec::with_capacity(texts.len());
        let mut search = Vec::with_capacity(texts.len());
        for text in texts {
            keys.push(text.key.into_boxed_str());
            search.push(text.search.into_boxed_str());
            for (column, (_, value)) in columns.iter_mut().zip(text.values) {
                match (column, value) {
                    (Column::Text(values), SortValue::Text(value)) => {
                        values.push(value.into_boxed_str());
                    }
                    (Column::Number(values), SortValue::Number(value)) => values.push(value),
                    (Column::Text(values), SortValue::Number(_)) => values.push(Box::default()),
                    (Column::Number(values), SortValue::Text(_)) => values.push(0),
                }
            }
        }
        Self {
            rows: RowIndex::new(keys, columns, &search).ok(),
            columns: names,
        }
    }

    /// Places of the rows that hold every word of the filter, in order.
    pub(super) fn view(&self, filter: &str, order: &SortOrder) -> Vec<u32> {
        let Some(rows) = &self.rows else {
            return Vec::new();
        };
        let column = self.columns.iter().position(|name| *name == order.column);
        let direction = if order.descending {
            Direction::Descending
        } else {
            Direction::Ascending
        };
        rows.view(
            &Filter::new(filter),
            column.map(|column| Sort { column, direction }),
        )
    }
}
