//! Pairs as few calls: a call that names so many images and so many recipients means each image with each
//! recipient (examples §3.3).

use std::collections::{BTreeMap, BTreeSet};

/// Each of some things with each of others; neither side is empty or names one twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectangle<A, B> {
    /// The one side, in order.
    pub rows: Vec<A>,
    /// The other side, in order.
    pub columns: Vec<B>,
}

/// Rectangles that hold exactly these pairs, each once: rows with the same columns together, or columns
/// with the same rows, whichever makes fewer.
#[must_use]
pub fn rectangles<A: Ord + Clone, B: Ord + Clone>(
    pairs: impl IntoIterator<Item = (A, B)>,
) -> Vec<Rectangle<A, B>> {
    let (mut by_row, mut by_column) = (BTreeMap::new(), BTreeMap::new());
    for (row, column) in pairs {
        let columns: &mut BTreeSet<B> = by_row.entry(row.clone()).or_default();
        columns.insert(column.clone());
        let rows: &mut BTreeSet<A> = by_column.entry(column).or_default();
        rows.insert(row);
    }
    let by_row = alike(by_row);
    let by_column = alike(by_column);
    if by_row.len() <= by_column.len() {
        let rectangle = |(columns, rows): (BTreeSet<B>, Vec<A>)| Rectangle {
            rows,
            columns: columns.into_iter().collect(),
        };
        by_row.into_iter().map(rectangle).collect()
    } else {
        let rectangle = |(rows, columns): (BTreeSet<A>, Vec<B>)| Rectangle {
            rows: rows.into_iter().collect(),
            columns,
        };
        by_column.into_iter().map(rectangle).collect()
    }
}

/// Those with the same others together, in order.
fn alike<K: Ord, V: Ord>(each: BTreeMap<K, BTreeSet<V>>) -> BTreeMap<BTreeSet<V>, Vec<K>> {
    let mut alike: BTreeMap<BTreeSet<V>, Vec<K>> = BTreeMap::new();
    for (key, others) in each {
        alike.entry(others).or_default().push(key);
    }
    alike
}
