//! What is selected, also when the view or the table changes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rows::{RowIndex, Selection};

fn table(keys: &[&str]) -> RowIndex {
    let keys: Vec<Box<str>> = keys.iter().map(|key| (*key).into()).collect();
    match RowIndex::new(keys.clone(), Vec::new(), &keys) {
        Ok(index) => index,
        Err(error) => panic!("{error}"),
    }
}

fn selection(rows: u32, selected: &[u32]) -> Selection {
    let mut selection = Selection::none(rows);
    selection.select_all(selected);
    selection
}

#[test]
fn at_first_nothing_is_selected() {
    assert_eq!(Selection::none(100).count(), 0);
}

#[test]
fn toggling_selects() {
    let mut selection = Selection::none(100);
    selection.toggle(64);
    assert_eq!(selection.selected(), [64]);
}

#[test]
fn toggling_twice_takes_out() {
    let mut selection = selection(100, &[64, 65]);
    selection.toggle(64);
    assert_eq!(selection.selected(), [65]);
}

#[test]
fn a_row_beyond_the_end_is_never_selected() {
    let mut selection = Selection::none(3);
    selection.toggle(3);
    selection.set(u32::MAX, true);
    assert_eq!(
        (selection.count(), selection.contains(u32::MAX)),
        (0, false)
    );
}

#[test]
fn selecting_twice_counts_once() {
    assert_eq!(selection(10, &[1, 1, 2, 1]).count(), 2);
}

#[test]
fn a_range_follows_the_view_and_not_the_table() {
    let mut selection = Selection::none(10);
    selection.select_range(&[9, 4, 7, 1], 4, 1);
    assert_eq!(selection.selected(), [1, 4, 7]);
}

#[test]
fn a_range_upwards_is_the_same_as_downwards() {
    let mut selection = Selection::none(10);
    selection.select_range(&[9, 4, 7, 1], 1, 4);
    assert_eq!(selection.selected(), [1, 4, 7]);
}

#[test]
fn a_range_adds_to_what_is_selected() {
    let mut selection = selection(10, &[0]);
    selection.select_range(&[9, 4], 9, 4);
    assert_eq!(selection.selected(), [0, 4, 9]);
}

#[test]
fn a_range_from_a_row_out_of_view_is_its_target_alone() {
    let mut selection = Selection::none(10);
    selection.select_range(&[9, 4, 7], 5, 4);
    assert_eq!(selection.selected(), [4]);
}

#[test]
fn a_range_to_a_row_out_of_view_is_nothing() {
    let mut selection = Selection::none(10);
    selection.select_range(&[9, 4, 7], 4, 5);
    assert_eq!(selection.count(), 0);
}

#[test]
fn a_range_in_an_empty_view_is_nothing() {
    let mut selection = Selection::none(10);
    selection.select_range(&[], 0, 0);
    assert_eq!(selection.count(), 0);
}

#[test]
fn taking_out_a_view_leaves_what_it_does_not_show() {
    let mut selection = selection(10, &[1, 2, 3]);
    selection.deselect_all(&[2, 3, 4]);
    assert_eq!(selection.selected(), [1]);
}

#[test]
fn clearing_takes_out_everything() {
    let mut selection = selection(200, &[0, 64, 199]);
    selection.clear();
    assert_eq!(selection, Selection::none(200));
}

#[test]
fn a_view_knows_how_many_of_its_rows_are_selected() {
    assert_eq!(selection(10, &[1, 2, 3]).count_in(&[2, 3, 4]), 2);
}

#[test]
fn growing_keeps_what_is_selected() {
    let mut selection = selection(2, &[1]);
    selection.grow(1_000);
    selection.toggle(999);
    assert_eq!(selection.selected(), [1, 999]);
}

#[test]
fn growing_to_fewer_rows_drops_nothing() {
    let mut selection = selection(100, &[99]);
    selection.grow(1);
    assert_eq!(selection.selected(), [99]);
}

#[test]
fn a_table_read_again_keeps_the_same_things_selected() {
    let (before, after) = (table(&["a", "b", "c"]), table(&["new", "c", "b"]));
    let carried = selection(3, &[0, 2]).carried_over(&before, &after);
    assert_eq!(carried.selected(), [1]);
}

#[test]
fn a_table_that_is_empty_now_has_nothing_selected() {
    let carried = selection(1, &[0]).carried_over(&table(&["a"]), &table(&[]));
    assert_eq!(carried, Selection::none(0));
}

#[test]
fn a_key_that_stands_twice_now_is_selected_twice() {
    let carried = selection(1, &[0]).carried_over(&table(&["a"]), &table(&["a", "a"]));
    assert_eq!(carried.count(), 2);
}

#[derive(Clone, Debug)]
enum Step {
    Toggle(u32),
    Range(Vec<u32>, u32, u32),
    All(Vec<u32>),
    Without(Vec<u32>),
    Clear,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let row = || 0_u32..150;
    let view = || prop::collection::hash_set(row(), 0..20).prop_map(Vec::from_iter);
    let step = prop_oneof![
        5 => row().prop_map(Step::Toggle),
        3 => (view(), row(), row()).prop_map(|(view, anchor, target)| {
            let pick = |row: u32| view.get(row as usize).copied().unwrap_or(row);
            let (anchor, target) = (pick(anchor % 25), pick(target % 25));
            Step::Range(view, anchor, target)
        }),
        2 => view().prop_map(Step::All),
        2 => view().prop_map(Step::Without),
        1 => Just(Step::Clear),
    ];
    prop::collection::vec(step, 0..30)
}

/// The same step on a plain set of the rows 0 to 129.
fn plainly(set: &mut BTreeSet<u32>, step: &Step) {
    match step {
        Step::Toggle(row) if set.remove(row) => {}
        Step::Toggle(row) => {
            set.insert(*row);
        }
        Step::Range(view, anchor, target) if !view.contains(target) => {
            assert!(anchor < &150);
        }
        Step::Range(view, anchor, target) if !view.contains(anchor) => {
            set.insert(*target);
        }
        Step::Range(view, anchor, target) => {
            let mut inside = false;
            for row in view {
                let border = row == anchor || row == target;
                if border || inside {
                    set.insert(*row);
                }
                inside ^= border && anchor != target;
            }
        }
        Step::All(view) => set.extend(view),
        Step::Without(view) => set.retain(|row| !view.contains(row)),
        Step::Clear => set.clear(),
    }
    set.retain(|row| *row < 130);
}

proptest! {
    #[test]
    fn a_selection_agrees_with_a_plain_set(steps in steps()) {
        let (mut selection, mut set) = (Selection::none(130), BTreeSet::new());
        for step in &steps {
            plainly(&mut set, step);
            match step {
                Step::Toggle(row) => selection.toggle(*row),
                Step::Range(view, anchor, target) => selection.select_range(view, *anchor, *target),
                Step::All(view) => selection.select_all(view),
                Step::Without(view) => selection.deselect_all(view),
                Step::Clear => selection.clear(),
            }
            prop_assert_eq!(selection.selected(), Vec::from_iter(set.iter().copied()));
            prop_assert_eq!(selection.count() as usize, set.len());
        }
    }

    #[test]
    fn carrying_over_keeps_exactly_the_selected_keys_that_are_still_there(
        before in prop::collection::btree_set("[a-f]{1,2}", 0..20),
        after in prop::collection::btree_set("[a-f]{1,2}", 0..20),
        chosen in prop::collection::vec(0_u32..20, 0..10),
    ) {
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let after: Vec<&str> = after.iter().rev().map(String::as_str).collect();
        let rows = u32::try_from(before.len()).unwrap_or(0);
        let selected = selection(rows, &chosen);
        let carried = selected.carried_over(&table(&before), &table(&after));
        let expected: Vec<u32> = (0..)
            .zip(&after)
            .filter(|(_, key)| chosen.iter().any(|row| before.get(*row as usize) == Some(*key)))
            .map(|(row, _)| row)
            .collect();
        prop_assert_eq!(carried.selected(), expected);
    }
}
