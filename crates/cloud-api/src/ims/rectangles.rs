//! Pairs as few calls: a call that names so many images and so many recipients means each image with each
//! recipient (examples §3.3).

use super::in_order::in_order;

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
    let pairs: Vec<(A, B)> = pairs.into_iter().collect();
    let rows = in_order(pairs.iter().map(|(row, _)| row.clone()));
    let columns = in_order(pairs.iter().map(|(_, column)| column.clone()));
    let numbers = pairs.iter().filter_map(|(row, column)| {
        let row = rows.binary_search(row).ok()?;
        Some((row, columns.binary_search(column).ok()?))
    });
    let grouped = grouped(&in_order(numbers));
    let rectangle = |group: Group| Rectangle {
        rows: chosen(&rows, &group.rows),
        columns: chosen(&columns, &group.columns),
    };
    grouped.into_iter().map(rectangle).collect()
}

/// A rectangle by the numbers of its sides. With these the grouping is compiled once, whatever is paired.
struct Group {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

/// Pairs of numbers, in order, as rectangles.
fn grouped(pairs: &[(usize, usize)]) -> Vec<Group> {
    let turned = in_order(pairs.iter().map(|(row, column)| (*column, *row)));
    let (by_row, by_column) = (alike(pairs), alike(&turned));
    if by_row.len() <= by_column.len() {
        let group = |(columns, rows)| Group { rows, columns };
        by_row.into_iter().map(group).collect()
    } else {
        let group = |(rows, columns)| Group { rows, columns };
        by_column.into_iter().map(group).collect()
    }
}

/// The first numbers of the pairs that stand with the same second ones, with these before them; all in
/// order.
fn alike(pairs: &[(usize, usize)]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut alike: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for of_one in pairs.chunk_by(|(one, _), (next, _)| one == next) {
        let others: Vec<usize> = of_one.iter().map(|(_, other)| *other).collect();
        let ones = of_one.first().map(|(one, _)| *one);
        match alike.binary_search_by(|(known, _)| known.cmp(&others)) {
            Ok(place) => {
                if let Some((_, known)) = alike.get_mut(place) {
                    known.extend(ones);
                }
            }
            Err(place) => alike.insert(place, (others, ones.into_iter().collect())),
        }
    }
    alike
}

fn chosen<T: Clone>(all: &[T], numbers: &[usize]) -> Vec<T> {
    let chosen = numbers.iter().filter_map(|number| all.get(*number));
    chosen.cloned().collect()
}
