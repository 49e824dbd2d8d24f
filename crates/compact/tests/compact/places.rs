//! What fills the table of functions.

use compact::{Fault, compact};

use crate::module::{elements, module, run};

const SCRIPT: &str = "\"./main_bg.js\": import0,\n";

/// The runs that fill the table afterwards, as bytes.
fn filled(runs: &[Vec<u8>]) -> Result<Vec<u8>, Fault> {
    let (program, _) = compact(&module(&[elements(runs)]), SCRIPT)?;
    // The beginning of the module, and of its only section.
    Ok(program[10..].to_vec())
}

#[test]
fn places_that_stay_empty_are_not_told() {
    let runs = filled(&[run(0, &[None, Some(7), Some(8), None, None, Some(9)])]).unwrap();

    let seven_and_eight = [0, 0x41, 1, 0x0b, 2, 7, 8];
    let nine = [0, 0x41, 5, 0x0b, 1, 9];
    assert_eq!(runs, [&[2][..], &seven_and_eight, &nine].concat());
}

#[test]
fn functions_side_by_side_are_one_run() {
    let runs = filled(&[run(3, &[Some(7)]), run(4, &[Some(8)])]).unwrap();

    assert_eq!(runs, [1, 0, 0x41, 3, 0x0b, 2, 7, 8]);
}

#[test]
fn what_fills_a_place_later_counts() {
    let runs = filled(&[
        run(1, &[Some(7), Some(8), Some(9)]),
        run(2, &[Some(5), None]),
    ])
    .unwrap();

    assert_eq!(runs, [1, 0, 0x41, 1, 0x0b, 2, 7, 5]);
}

#[test]
fn a_place_from_64_on_is_not_below_zero() {
    let runs = filled(&[run(100, &[Some(7)])]).unwrap();

    assert_eq!(runs, [1, 0, 0x41, 0x80 | 100, 0, 0x0b, 1, 7]);
}

#[test]
fn functions_without_empty_places_stay_as_they_are() {
    let plain = vec![0, 0x41, 1, 0x0b, 2, 7, 8];

    assert_eq!(
        filled(std::slice::from_ref(&plain)).unwrap(),
        [&[1][..], &plain].concat()
    );
}
