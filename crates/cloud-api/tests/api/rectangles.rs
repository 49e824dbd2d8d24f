//! Pairs as few rectangles.

use std::collections::BTreeSet;

use cloud_api::ims::{Rectangle, rectangles};
use proptest::prelude::*;

fn pairs_of(rectangles: &[Rectangle<u8, u8>]) -> Vec<(u8, u8)> {
    let each = rectangles.iter().flat_map(|it| {
        let columns = |row: &u8| -> Vec<(u8, u8)> {
            let columns = it.columns.iter();
            columns.map(|column| (*row, *column)).collect()
        };
        it.rows.iter().flat_map(columns).collect::<Vec<_>>()
    });
    each.collect()
}

fn grid(rows: u8, columns: u8) -> Vec<(u8, u8)> {
    let row = |row| (0..columns).map(move |column| (row, column));
    (0..rows).flat_map(row).collect()
}

#[test]
fn nothing_is_no_rectangle() {
    assert_eq!(rectangles::<u8, u8>([]), []);
}

#[test]
fn each_with_each_is_one_call_however_often_a_pair_is_named() {
    let twice = [grid(3, 4), grid(3, 4)].concat();
    let whole = Rectangle {
        rows: vec![0, 1, 2],
        columns: vec![0, 1, 2, 3],
    };
    assert_eq!(rectangles(twice), [whole]);
}

#[test]
fn a_corner_that_is_missing_makes_two_calls() {
    let mut pairs = grid(3, 4);
    pairs.retain(|pair| *pair != (2, 3));
    assert_eq!(rectangles(pairs).len(), 2);
}

#[test]
fn the_side_that_makes_fewer_calls_is_taken() {
    // Two columns, in each of which are other rows of many: one call a column, not one a row.
    let pairs = [(0, 0), (1, 0), (1, 1), (2, 1), (3, 0), (3, 1)];
    assert_eq!(rectangles(pairs).len(), 2);
    let turned = pairs.map(|(row, column)| (column, row));
    assert_eq!(rectangles(turned).len(), 2);
}

proptest! {
    #[test]
    fn exactly_the_pairs_are_covered_each_once(
        pairs in prop::collection::btree_set((0..12_u8, 0..12_u8), 0..80),
    ) {
        let split = rectangles(pairs.clone());
        let covered = pairs_of(&split);
        prop_assert_eq!(covered.len(), pairs.len());
        prop_assert_eq!(covered.into_iter().collect::<BTreeSet<_>>(), pairs);
    }

    #[test]
    fn there_are_no_more_calls_than_things_on_the_shorter_side(
        pairs in prop::collection::btree_set((0..12_u8, 0..12_u8), 1..80),
    ) {
        let rows: BTreeSet<u8> = pairs.iter().map(|(row, _)| *row).collect();
        let columns: BTreeSet<u8> = pairs.iter().map(|(_, column)| *column).collect();
        let most = rows.len().min(columns.len());
        prop_assert!(rectangles(pairs).len() <= most);
    }

    #[test]
    fn any_whole_rectangle_is_one_call(rows in 1..20_u8, columns in 1..20_u8) {
        prop_assert_eq!(rectangles(grid(rows, columns)).len(), 1);
    }
}
