//! How resources of one type stand in a table.

use super::column::{Column, Shape};
use crate::i18n::Message;

/// Whether a resource can be selected, or why not.
pub type Selectable<T> = fn(&T) -> Result<(), Message>;

/// Everything that a table asks of its resources.
pub struct Columns<T> {
    /// What tells a resource from others over refreshes.
    pub key: fn(&T) -> String,
    /// What a person calls it.
    pub name: fn(&T) -> String,
    /// Which can be selected, or why not; `None` when they are only looked at.
    pub selectable: Option<Selectable<T>>,
    /// The columns; the first that is seen is the row's header.
    pub columns: Vec<Column<T>>,
}

impl<T> Columns<T> {
    pub(super) fn shapes(&self) -> Vec<&Shape> {
        self.columns.iter().map(|column| &column.shape).collect()
    }
}

/// A row that can be selected where this holds, or else not, for this reason.
///
/// # Errors
/// The reason, where it does not hold.
pub fn selectable_where(holds: bool, reason: impl FnOnce() -> Message) -> Result<(), Message> {
    holds.then_some(()).ok_or_else(reason)
}
