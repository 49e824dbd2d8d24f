//! Making a table ready, adding to it, and the largest one.

use proptest::prelude::*;
use rows::{Column, Direction, Filter, RowIndex, Selection, ShapeError, Sort};

fn texts(prefix: &str, count: usize) -> Vec<Box<str>> {
    (0..count)
        .map(|row| format!("{prefix}{row}").into())
        .collect()
}

fn built(index: Result<RowIndex, ShapeError>) -> RowIndex {
    match index {
        Ok(index) => index,
        Err(error) => panic!("{error}"),
    }
}

fn error(index: Result<RowIndex, ShapeError>) -> Option<ShapeError> {
    index.err()
}

#[test]
fn a_search_text_too_few_is_refused() {
    let index = RowIndex::new(texts("k", 3), Vec::new(), &texts("s", 2));
    assert_eq!(
        error(index),
        Some(ShapeError::SearchTexts { keys: 3, texts: 2 })
    );
}

#[test]
fn a_column_too_short_is_refused_by_its_place() {
    let columns = vec![Column::Number(vec![1, 2]), Column::Text(texts("t", 1))];
    let expected = ShapeError::Column {
        column: 1,
        keys: 2,
        values: 1,
    };
    assert_eq!(
        error(RowIndex::new(texts("k", 2), columns, &texts("s", 2))),
        Some(expected)
    );
}

#[test]
fn what_is_wrong_with_a_table_is_told_in_words() {
    let column = ShapeError::Column {
        column: 1,
        keys: 2,
        values: 3,
    };
    let told = [
        ShapeError::SearchTexts { keys: 3, texts: 2 }.to_string(),
        column.to_string(),
        ShapeError::Columns.to_string(),
        ShapeError::TooManyRows.to_string(),
    ];
    assert_eq!(
        told,
        [
            "2 search texts for 3 keys",
            "column 1 has 3 values for 2 keys",
            "the tables have different columns",
            "the table has more rows than can be named",
        ]
    );
}

#[test]
fn a_table_without_anything_has_no_rows() {
    assert_eq!(RowIndex::default().rows(), 0);
}

#[test]
fn a_row_has_its_key() {
    let index = built(RowIndex::new(texts("k", 3), Vec::new(), &texts("s", 3)));
    assert_eq!(index.key(2), Some("k2"));
}

#[test]
fn a_row_beyond_the_end_has_no_key() {
    let index = built(RowIndex::new(texts("k", 3), Vec::new(), &texts("s", 3)));
    assert_eq!(index.key(3), None);
}

fn of_numbers(numbers: &[i64]) -> RowIndex {
    let keys: Vec<Box<str>> = numbers
        .iter()
        .map(|number| number.to_string().into())
        .collect();
    built(RowIndex::new(
        keys.clone(),
        vec![Column::Number(numbers.to_vec())],
        &keys,
    ))
}

const UPWARDS: Sort = Sort {
    column: 0,
    direction: Direction::Ascending,
};

#[test]
fn added_rows_are_filtered_and_sorted_with_the_others() {
    let mut index = of_numbers(&[31, 2]);
    assert_eq!(index.append(of_numbers(&[13, 1])), Ok(()));
    assert_eq!(index.view(&Filter::new("1"), Some(UPWARDS)), [3, 2, 0]);
}

#[test]
fn an_index_without_rows_takes_over_the_first_page() {
    let mut index = RowIndex::default();
    assert_eq!(index.append(of_numbers(&[5])), Ok(()));
    assert_eq!(index.key(0), Some("5"));
}

#[test]
fn rows_with_other_columns_are_not_added() {
    let mut index = of_numbers(&[5]);
    let column = Column::Text(texts("t", 1));
    let later = built(RowIndex::new(texts("k", 1), vec![column], &texts("s", 1)));
    assert_eq!(
        (index.append(later), index.rows()),
        (Err(ShapeError::Columns), 1)
    );
}

proptest! {
    #[test]
    fn a_table_read_in_pages_is_the_table_read_at_once(
        numbers in prop::collection::vec(any::<i64>(), 0..50),
        page in 1_usize..20,
        typed in "[0-9]{0,2}",
    ) {
        let mut paged = RowIndex::default();
        for page in numbers.chunks(page) {
            prop_assert_eq!(paged.append(of_numbers(page)), Ok(()));
        }
        let filter = Filter::new(&typed);
        let at_once = of_numbers(&numbers).view(&filter, Some(UPWARDS));
        prop_assert_eq!(paged.view(&filter, Some(UPWARDS)), at_once);
    }
}

const MANY: u32 = 100_000;

fn large() -> RowIndex {
    let names: Vec<Box<str>> = (0..MANY)
        .map(|row| format!("Team-{:02}/app-{:05}", row % 40, (row * 7_919) % MANY).into())
        .collect();
    let sizes = (0..MANY).map(|row| i64::from((row * 31) % 1_000)).collect();
    let columns = vec![Column::Text(names.clone()), Column::Number(sizes)];
    built(RowIndex::new(names.clone(), columns, &names))
}

#[test]
fn a_hundred_thousand_rows_are_all_seen_without_a_filter() {
    assert_eq!(large().view(&Filter::new("  "), None).len(), 100_000);
}

#[test]
fn a_hundred_thousand_rows_are_filtered() {
    assert_eq!(large().view(&Filter::new("team-07"), None).len(), 2_500);
}

#[test]
fn a_hundred_thousand_texts_are_sorted() {
    let index = large();
    let view = index.view(&Filter::default(), Some(UPWARDS));
    assert!(view.is_sorted_by(|one, other| index.key(*one) <= index.key(*other)));
}

#[test]
fn a_hundred_thousand_numbers_are_sorted_downwards() {
    let order = Sort {
        column: 1,
        direction: Direction::Descending,
    };
    let view = large().view(&Filter::default(), Some(order));
    assert!(view.is_sorted_by_key(|row| (-i64::from((row * 31) % 1_000), *row)));
}

#[test]
fn a_hundred_thousand_selected_rows_are_carried_over() {
    let index = large();
    let mut selection = Selection::none(MANY);
    selection.select_all(&index.view(&Filter::default(), None));
    assert_eq!(selection.carried_over(&index, &index).count(), MANY);
}
