//! In which order rows stand.

use std::cmp::Ordering;

use proptest::prelude::*;
use rows::{Column, Direction, Filter, RowIndex, Sort};

fn table(columns: Vec<Column>, rows: usize) -> RowIndex {
    let texts: Vec<Box<str>> = (0..rows).map(|row| format!("row{row}").into()).collect();
    match RowIndex::new(texts.clone(), columns, &texts) {
        Ok(index) => index,
        Err(error) => panic!("{error}"),
    }
}

fn sorted(column: Column, direction: Direction, rows: usize) -> Vec<u32> {
    let order = Sort {
        column: 0,
        direction,
    };
    table(vec![column], rows).view(&Filter::default(), Some(order))
}

fn texts(texts: &[&str]) -> Column {
    Column::Text(texts.iter().map(|text| (*text).into()).collect())
}

#[test]
fn texts_stand_without_regard_to_case() {
    let column = texts(&["Zebra", "apple", "Banana"]);
    assert_eq!(sorted(column, Direction::Ascending, 3), [1, 2, 0]);
}

#[test]
fn texts_that_differ_in_case_alone_stand_by_the_text_itself() {
    let column = texts(&["app", "App", "APP"]);
    assert_eq!(sorted(column, Direction::Ascending, 3), [2, 1, 0]);
}

#[test]
fn equal_texts_keep_the_tables_order() {
    let column = texts(&["b", "a", "b", "a"]);
    assert_eq!(sorted(column, Direction::Ascending, 4), [1, 3, 0, 2]);
}

#[test]
fn equal_texts_keep_the_tables_order_downwards_too() {
    let column = texts(&["b", "a", "b", "a"]);
    assert_eq!(sorted(column, Direction::Descending, 4), [0, 2, 1, 3]);
}

#[test]
fn texts_with_a_long_common_beginning_are_told_apart() {
    let column = texts(&["team-one/app-2", "team-one/app-10", "team-one/app"]);
    assert_eq!(sorted(column, Direction::Ascending, 3), [2, 1, 0]);
}

#[test]
fn an_empty_text_stands_before_zero_characters() {
    let column = texts(&["\0", "", "\0\0\0\0\0\0\0\0\0"]);
    assert_eq!(sorted(column, Direction::Ascending, 3), [1, 0, 2]);
}

#[test]
fn numbers_stand_by_size() {
    let column = Column::Number(vec![10, i64::MIN, 9, i64::MAX, -1]);
    assert_eq!(sorted(column, Direction::Ascending, 5), [1, 4, 2, 0, 3]);
}

#[test]
fn equal_numbers_keep_the_tables_order_downwards_too() {
    let column = Column::Number(vec![1, 2, 1, 2]);
    assert_eq!(sorted(column, Direction::Descending, 4), [1, 3, 0, 2]);
}

#[test]
fn a_column_that_is_not_there_leaves_the_tables_order() {
    let order = Sort {
        column: 7,
        direction: Direction::Descending,
    };
    assert_eq!(
        table(Vec::new(), 3).view(&Filter::default(), Some(order)),
        [0, 1, 2]
    );
}

#[test]
fn an_empty_table_sorts_to_nothing() {
    assert_eq!(
        sorted(texts(&[]), Direction::Ascending, 0),
        Vec::<u32>::new()
    );
}

#[test]
fn only_matching_rows_are_sorted() {
    let index = table(vec![Column::Number(vec![3, 2, 1])], 3);
    let order = Sort {
        column: 0,
        direction: Direction::Ascending,
    };
    assert_eq!(index.view(&Filter::new("row2"), Some(order)), [2]);
}

fn naively(
    mut rows: Vec<u32>,
    direction: Direction,
    compare: impl Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    rows.sort_by(|one, other| match direction {
        Direction::Ascending => compare(*one, *other),
        Direction::Descending => compare(*other, *one),
    });
    rows
}

proptest! {
    #[test]
    fn texts_stand_as_a_plain_stable_sort_puts_them(
        values in prop::collection::vec(prop_oneof!["[abAB]{0,3}", "common-prefix[aAb\0]{0,3}"], 0..60),
        descending in any::<bool>(),
    ) {
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let references: Vec<&str> = values.iter().map(String::as_str).collect();
        let expected = naively((0..).take(values.len()).collect(), direction, |one, other| {
            let (one, other) = (&values[one as usize], &values[other as usize]);
            one.to_lowercase().cmp(&other.to_lowercase()).then_with(|| one.cmp(other))
        });
        prop_assert_eq!(sorted(texts(&references), direction, values.len()), expected);
    }

    #[test]
    fn numbers_stand_as_a_plain_stable_sort_puts_them(
        values in prop::collection::vec(prop_oneof![-3_i64..3, any::<i64>()], 0..60),
        descending in any::<bool>(),
    ) {
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let expected = naively((0..).take(values.len()).collect(), direction, |one, other| {
            values[one as usize].cmp(&values[other as usize])
        });
        prop_assert_eq!(sorted(Column::Number(values.clone()), direction, values.len()), expected);
    }

    #[test]
    fn no_text_is_lost_or_doubled_by_sorting(
        values in prop::collection::vec(any::<String>(), 0..30),
    ) {
        let references: Vec<&str> = values.iter().map(String::as_str).collect();
        let mut rows = sorted(texts(&references), Direction::Ascending, values.len());
        rows.sort_unstable();
        prop_assert_eq!(rows, (0..).take(values.len()).collect::<Vec<u32>>());
    }
}
