//! The rows of a list as far as they could be read.

use std::ops::Deref;

/// The rows of an answer, in the order of the service, and how many of its rows could not be read.
/// Whoever concludes something from a row's absence looks at both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed<T> {
    /// Those that could be read.
    pub rows: Vec<T>,
    /// How many are no JSON object, so that nothing of them is known.
    pub left_out: u64,
}

impl<T> Listed<T> {
    /// How many rows the service sent, those that could not be read included.
    #[must_use]
    pub fn received(&self) -> u64 {
        (self.rows.len() as u64).saturating_add(self.left_out)
    }
}

/// Rows that could all be read.
impl<T> From<Vec<T>> for Listed<T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, left_out: 0 }
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> Deref for Listed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.rows
    }
}

impl<T> IntoIterator for Listed<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}
