//! A table made ready for filtering and sorting.

use std::fmt;

use crate::column::{Column, Prepared};
use crate::filter::Filter;
use crate::fold::fold;
use crate::sort::{Sort, sort};

/// A table made ready: a key and a search text a row, and the columns to sort by.
#[derive(Clone, Debug, Default)]
pub struct RowIndex {
    keys: Vec<Box<str>>,
    columns: Vec<Prepared>,
    /// All folded search texts in one piece, so that a filter reads memory in order.
    search: String,
    /// Where each row's search text ends.
    ends: Vec<usize>,
}

/// Why parts do not make one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeError {
    /// Not one search text a key.
    SearchTexts {
        /// How many keys there are.
        keys: usize,
        /// How many search texts there are.
        texts: usize,
    },
    /// A column with more or fewer values than there are keys.
    Column {
        /// Place of the column, counted from 0.
        column: usize,
        /// How many keys there are.
        keys: usize,
        /// How many values it has.
        values: usize,
    },
    /// Tables to join with columns of other kinds or of another number.
    Columns,
    /// More rows than can be named.
    TooManyRows,
}

impl fmt::Display for ShapeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SearchTexts { keys, texts } => {
                write!(formatter, "{texts} search texts for {keys} keys")
            }
            Self::Column {
                column,
                keys,
                values,
            } => write!(
                formatter,
                "column {column} has {values} values for {keys} keys"
            ),
            Self::Columns => formatter.write_str("the tables have different columns"),
            Self::TooManyRows => formatter.write_str("the table has more rows than can be named"),
        }
    }
}

impl std::error::Error for ShapeError {}

impl RowIndex {
    /// Makes a table ready. A key stays the same when the table is read again; equal keys stand for
    /// the same thing. Search texts come in any case.
    ///
    /// # Errors
    /// [`ShapeError`] when the parts differ in length.
    pub fn new(
        keys: Vec<Box<str>>,
        columns: Vec<Column>,
        search: &[Box<str>],
    ) -> Result<Self, ShapeError> {
        if u32::try_from(keys.len()).is_err() {
            return Err(ShapeError::TooManyRows);
        }
        if search.len() != keys.len() {
            return Err(ShapeError::SearchTexts {
                keys: keys.len(),
                texts: search.len(),
            });
        }
        for (place, column) in columns.iter().enumerate() {
            if column.rows() != keys.len() {
                return Err(ShapeError::Column {
                    column: place,
                    keys: keys.len(),
                    values: column.rows(),
                });
            }
        }
        let mut folded = String::with_capacity(search.iter().map(|text| text.len()).sum());
        let ends = search
            .iter()
            .map(|text| {
                folded.push_str(&fold(text));
                folded.len()
            })
            .collect();
        Ok(Self {
            keys,
            columns: columns.into_iter().map(Prepared::new).collect(),
            search: folded,
            ends,
        })
    }

    /// Adds the rows of `later` after the own ones, as pages of a list arrive. An index without
    /// rows takes over `later` whole.
    ///
    /// # Errors
    /// [`ShapeError`] when the columns differ or there are too many rows; nothing is added then.
    pub fn append(&mut self, later: Self) -> Result<(), ShapeError> {
        if self.keys.is_empty() {
            *self = later;
            return Ok(());
        }
        if self.rows().checked_add(later.rows()).is_none() {
            return Err(ShapeError::TooManyRows);
        }
        let alike = self.columns.len() == later.columns.len()
            && self
                .columns
                .iter()
                .zip(&later.columns)
                .all(|(own, later)| own.is_like(later));
        if !alike {
            return Err(ShapeError::Columns);
        }
        let before = self.search.len();
        self.search.push_str(&later.search);
        self.ends.extend(later.ends.iter().map(|end| before + end));
        self.keys.extend(later.keys);
        for (own, later) in self.columns.iter_mut().zip(later.columns) {
            own.append(later);
        }
        Ok(())
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u32 {
        u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
    }

    /// A row's key, or `None` beyond the last row.
    #[must_use]
    pub fn key(&self, row: u32) -> Option<&str> {
        self.keys.get(row as usize).map(|key| &**key)
    }

    /// The rows that match, in order. Without a sort, and among equal rows, that is the table's
    /// order.
    #[must_use]
    pub fn view(&self, filter: &Filter, order: Option<Sort>) -> Vec<u32> {
        let mut view = self.matching(filter);
        if let Some(order) = order
            && let Some(column) = self.columns.get(order.column)
        {
            sort(&mut view, column, order.direction);
        }
        view
    }

    fn matching(&self, filter: &Filter) -> Vec<u32> {
        if filter.is_empty() {
            return (0..self.rows()).collect();
        }
        let mut from = 0;
        let mut matching = Vec::new();
        for (row, &end) in (0..self.rows()).zip(&self.ends) {
            if filter.matches(&self.search[from..end]) {
                matching.push(row);
            }
            from = end;
        }
        matching
    }
}
