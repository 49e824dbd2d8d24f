//! What was found, what was refused, and what moves.

use reads::ScanEvent;

use super::support::{Run, no_right, wrong_path};

#[test]
fn what_was_found_stands_in_the_order_of_the_places() {
    let (mut run, _) = Run::resumed(3);
    run.find(2, "two");
    run.find(0, "zero");
    assert_eq!(run.found(), [(0, "zero"), (2, "two")]);
}

#[test]
fn a_later_failure_leaves_what_was_found() {
    let (mut run, _) = Run::resumed(1);
    run.find(0, "zero");
    run.again(0);
    run.fail(0, no_right());
    assert_eq!(run.found(), [(0, "zero")]);
}

#[test]
fn what_was_refused_is_told_with_its_reason() {
    let (mut run, _) = Run::resumed(4);
    run.fail(3, no_right());
    run.read(0);
    run.fail(1, wrong_path());
    let refused: Vec<_> = run.scan.refused().collect();
    assert_eq!(refused, [(&1, &wrong_path()), (&3, &no_right())]);
}

#[test]
fn a_place_that_was_read_after_all_is_refused_no_longer() {
    let (mut run, _) = Run::resumed(1);
    run.fail(0, no_right());
    run.again(0);
    run.read(0);
    assert_eq!(run.scan.refused().count(), 0);
}

#[test]
fn those_that_move_are_read_again_together() {
    let (mut run, _) = Run::resumed(3);
    run.find(0, "moves");
    run.find(1, "rests");
    run.find(2, "moves");
    let moving = run.scan.places_where(|word| word == "moves");
    assert_eq!(moving, [0, 2]);
    assert_eq!(run.event(ScanEvent::ReadAgain(moving)), [0, 2]);
}

#[test]
fn an_answer_that_nobody_waits_for_leaves_what_was_found() {
    let (mut run, _) = Run::resumed(1);
    run.find(0, "zero");
    assert_eq!(run.find(0, "unasked"), [0; 0]);
    assert_eq!(run.found(), [(0, "zero")]);
}

#[test]
fn what_was_found_of_one_place_is_told_whatever_their_order() {
    let (mut run, _) = Run::resumed(0);
    run.cover(&[7, 3, 5]);
    run.find(3, "three");
    run.find(7, "seven");
    let told = [3, 5, 7, 9].map(|place| run.scan.found_of(&place).map(String::as_str));
    assert_eq!(told, [Some("three"), None, Some("seven"), None]);
}

#[test]
fn a_place_by_its_number_is_the_one_that_stands_there() {
    let (mut run, _) = Run::resumed(0);
    run.cover(&[7, 3, 5]);
    run.find(3, "three");
    let numbers = [7, 3, 5, 9].map(|place| run.scan.number_of(&place));
    assert_eq!(numbers, [Some(0), Some(1), Some(2), None]);
    let found = [0, 1, 3].map(|number| run.scan.found_at(number).map(String::as_str));
    assert_eq!(found, [None, Some("three"), None]);
    let is_read = [0, 1, 3].map(|number| {
        let reading = run.scan.reading_at(number);
        reading.map(|reading| reading.read_at().is_some())
    });
    assert_eq!(is_read, [Some(false), Some(true), None]);
}
