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
    let (key, texts): (&dyn Fn(usize) -> u64, _) = match column {
        Prepared::Number(numbers) => (&|row| ordered(numbers[row]), None),
        Prepared::Text(texts) => (&|row| beginning(texts.folded(row)), Some(texts)),
    };
    let keyed = rows.iter().map(|&row| (key(row as usize), row)).collect();
    sort_keyed(rows, keyed, texts, direction);
}

/// Both kinds of column go through the same code, which stays small that way: a row is a number of
/// the right order, and texts that begin alike are compared whole.
fn sort_keyed(
    rows: &mut [u32],
    mut keyed: Vec<(u64, u32)>,
    texts: Option<&Texts>,
    direction: Direction,
) {
    keyed.sort_unstable_by(|one, other| {
        let by_value = one.0.cmp(&other.0).then_with(|| {
            let Some(texts) = texts else {
                return Ordering::Equal;
            };
            let (one, other) = (one.1 as usize, other.1 as usize);
            let folded = texts.folded(one).cmp(texts.folded(other));
            folded.then_with(|| texts.texts[one].cmp(&texts.texts[other]))
        });
        direction.apply(by_value).then_with(|| one.1.cmp(&other.1))
    });
    for (row, (_, from)) in rows.iter_mut().zip(keyed) {
        *row = from;
    }
}

/// The number with its sign turned round, so that negative ones come first.
fn ordered(number: i64) -> u64 {
    number.cast_unsigned() ^ (1 << 63)
}

/// The first eight bytes as a number of the same order: most comparisons need not follow a pointer.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(text.bytes()) {
        *byte = from;
    }
    u64::from_be_bytes(bytes)
}
