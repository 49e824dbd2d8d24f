//! How resources of one type stand in a table.

use super::column::{Column, Shape};

/// Everything that a table asks of its resources.
pub struct Columns<T> {
    /// What tells a resource from others over refreshes.
    pub key: fn(&T) -> String,
    /// What a person calls it.
    pub name: fn(&T) -> String,
    /// Which can be selected; `None` when they are only looked at.
    pub selectable: Option<fn(&T) -> bool>,
    /// The columns; the first that is seen is the row's header.
    pub columns: Vec<Column<T>>,
}

impl<T> Columns<T> {
    pub(super) fn shapes(&self) -> Vec<&Shape> {
        self.columns.iter().map(|column| &column.shape).collect()
    }
}
