//! Orders of rows.

use std::cmp::Ordering;

use crate::column::{Prepared, Texts};

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Place of the column, counted from 0; one that is not there leaves the table's order.
    pub column: usize,
    /// Which way.
    pub direction: Direction,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Ascending,
    /// The largest first; equal rows keep the table's order all the same.
    Descending,
}

impl Direction {
    fn apply(self, ordering: Ordering) -> Ordering {
        match self {
            Self::Ascending => ordering,
            Self::Descending => ordering.reverse(),
        }
    }
}

/// Puts rows into order; equal ones by their place in the table.
pub(crate) fn sort(rows: &mut [u32], column: &Prepared, direction: Direction) {
    match column {
        Prepared::Number(numbers) => sort_numbers(rows, numbers, direction),
        Prepared::Text(texts) => sort_texts(rows, texts, direction),
    }
}

fn sort_numbers(rows: &mut [u32], numbers: &[i64], direction: Direction) {
    let mut keyed: Vec<(i64, u32)> = rows
        .iter()
        .map(|&row| (numbers[row as usize], row))
        .collect();
    keyed.sort_unstable_by(|one, other| {
        let ordering = direction.apply(one.0.cmp(&other.0));
        ordering.then_with(|| one.1.cmp(&other.1))
    });
    put_back(rows, keyed.iter().map(|&(_, row)| row));
}

fn sort_texts(rows: &mut [u32], texts: &Texts, direction: Direction) {
    let mut keyed: Vec<(u64, u32)> = rows
        .iter()
        .map(|&row| (beginning(texts.folded(row as usize)), row))
        .collect();
    keyed.sort_unstable_by(|one, other| {
        let by_text = one.0.cmp(&other.0).then_with(|| {
            let (one, other) = (one.1 as usize, other.1 as usize);
            let folded = texts.folded(one).cmp(texts.folded(other));
            folded.then_with(|| texts.texts[one].cmp(&texts.texts[other]))
        });
        direction.apply(by_text).then_with(|| one.1.cmp(&other.1))
    });
    put_back(rows, keyed.iter().map(|&(_, row)| row));
}

/// The first eight bytes as a number of the same order: most comparisons need not follow a pointer.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(text.bytes()) {
        *byte = from;
    }
    u64::from_be_bytes(bytes)
}

fn put_back(rows: &mut [u32], sorted: impl Iterator<Item = u32>) {
    for (row, from) in rows.iter_mut().zip(sorted) {
        *row = from;
    }
}
