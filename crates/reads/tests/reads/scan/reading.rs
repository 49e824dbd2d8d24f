//! What is read when, and what is known of it.

use reads::ScanPhase;

use super::support::{Run, no_right};

#[test]
fn nothing_is_read_before_somebody_begins() {
    let run = Run::over(3);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.covered(), [0, 0, 0, 3, 3]);
}

#[test]
fn four_are_read_at_once_and_each_answer_makes_room_for_one() {
    let (mut run, asked) = Run::resumed(6);
    assert_eq!(asked, [0, 1, 2, 3]);
    assert_eq!(run.read(2), [4]);
    assert_eq!(run.read(0), [5]);
    assert_eq!(run.read(5), [0; 0]);
    assert_eq!(run.covered(), [3, 0, 3, 0, 6]);
}

#[test]
fn a_scan_over_nothing_is_complete_at_once() {
    let (run, asked) = Run::resumed(0);
    assert_eq!(asked, [0; 0]);
    assert!(run.scan.coverage().is_complete());
}

#[test]
fn a_result_keeps_the_time_at_which_it_was_read() {
    let (mut run, _) = Run::resumed(2);
    run.read(1);
    let read_at = run.now;
    run.read(0);
    let reading = run.scan.reading(&1).unwrap();
    assert_eq!((reading.read_at(), reading.error()), (Some(read_at), None));
}

#[test]
fn a_refused_resource_keeps_its_error_and_the_others_go_on() {
    let (mut run, _) = Run::resumed(5);
    assert_eq!(run.fail(1, no_right()), [4]);
    let reading = run.scan.reading(&1).unwrap();
    assert_eq!(
        (reading.read_at(), reading.error()),
        (None, Some(&no_right()))
    );
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
    assert_eq!(run.covered(), [0, 1, 4, 0, 5]);
}

#[test]
fn a_scan_with_a_refused_resource_is_never_complete() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    run.fail(1, no_right());
    assert!(!run.scan.coverage().is_complete());
}
