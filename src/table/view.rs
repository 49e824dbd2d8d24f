//! Which rows are shown, in which order.

use super::sort::SortOrder;

/// What a row is found and sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// Everything that the filter looks through.
    pub search: String,
    /// A value for each column that can be sorted by.
    pub values: Vec<(&'static str, SortValue)>,
}

/// What a column is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortValue {
    /// Words, compared without regard to case.
    Text(String),
    /// A number or time.
    Number(i64),
}

/// Row numbers in the order in which they are shown: those that hold every word of the filter.
#[must_use]
pub fn ordered(rows: &[RowText], filter: &str, order: &SortOrder) -> Vec<usize> {
    let filter = filter.to_lowercase();
    let words: Vec<&str> = filter.split_whitespace().collect();
    let mut shown: Vec<usize> = (0..rows.len())
        .filter(|row| {
            let search = rows[*row].search.to_lowercase();
            words.iter().all(|word| search.contains(word))
        })
        .collect();
    let value = |row: &usize| {
        let value = rows[*row]
            .values
            .iter()
            .find(|(column, _)| *column == order.column);
        value.map(|(_, value)| match value {
            SortValue::Text(text) => SortValue::Text(text.to_lowercase()),
            SortValue::Number(number) => SortValue::Number(*number),
        })
    };
    shown.sort_by_cached_key(value);
    if order.descending {
        shown.reverse();
    }
    shown
}
