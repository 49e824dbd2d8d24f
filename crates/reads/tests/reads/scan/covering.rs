//! Which places a scan is over: the first list, the same again, all anew, none any more.

use reads::{Scan, ScanEvent, ScanPhase};

use super::support::{Run, no_right, throttled};

#[test]
fn the_first_list_is_read_at_once() {
    let mut run = Run::over(0);
    assert_eq!(run.cover(&[5, 6]), [5, 6]);
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
    assert_eq!(run.scan.places(), [5, 6]);
}

#[test]
fn the_same_list_changes_nothing() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    let before = run.scan.clone();
    assert_eq!(run.cover(&[0, 1]), [0; 0]);
    assert_eq!(run.scan, before);
}

#[test]
fn another_order_is_another_list_and_nothing_is_read_for_it() {
    let (mut run, _) = Run::resumed(2);
    run.find(0, "zero");
    run.find(1, "one");
    assert_eq!(run.cover(&[1, 0]), [0; 0]);
    assert_eq!(run.found(), [(1, "one"), (0, "zero")]);
}

#[test]
fn a_place_that_is_named_twice_is_read_once() {
    let mut run = Run::of(Scan::over(vec![4, 2, 4, 4, 2]), Run::over(0).now);
    assert_eq!(run.scan.places(), [4, 2]);
    assert_eq!(run.event(ScanEvent::Resume), [4, 2]);
    run.find(4, "four");
    run.find(2, "two");
    assert_eq!(run.found(), [(4, "four"), (2, "two")]);
    assert_eq!(run.covered(), [2, 0, 0, 0, 2]);
}

#[test]
fn started_again_everything_is_read_anew_while_what_was_found_stays() {
    let (mut run, _) = Run::resumed(3);
    run.find(0, "zero");
    run.find(1, "one");
    run.fail(2, no_right());
    assert_eq!(run.event(ScanEvent::StartAgain), [0, 1, 2]);
    assert_eq!(run.covered(), [0, 0, 3, 0, 3]);
    assert_eq!(run.found(), [(0, "zero"), (1, "one")]);
    run.find(0, "newer");
    assert_eq!(run.found(), [(0, "newer"), (1, "one")]);
    run.fail(1, no_right());
    assert_eq!(run.found(), [(0, "newer"), (1, "one")]);
}

#[test]
fn a_scan_that_was_stopped_goes_on_when_it_starts_again() {
    let (mut halted, _) = Run::resumed(2);
    halted.fail(0, throttled());
    assert_eq!(halted.event(ScanEvent::StartAgain), [0, 1]);
    let (mut paused, _) = Run::resumed(2);
    paused.event(ScanEvent::Pause);
    assert_eq!(paused.event(ScanEvent::StartAgain), [0, 1]);
    assert_eq!(paused.scan.phase(), &ScanPhase::Running);
}

#[test]
fn an_answer_from_before_the_start_again_is_dropped() {
    let (mut run, _) = Run::resumed(1);
    let earlier = run.round.unwrap();
    run.event(ScanEvent::StartAgain);
    assert_ne!(run.round, Some(earlier));
    let late = ScanEvent::Answer {
        place: 0,
        round: earlier,
        outcome: Ok("late".to_owned()),
    };
    assert_eq!(run.event(late), [0; 0]);
    assert_eq!(run.covered(), [0, 0, 1, 0, 1]);
    assert_eq!(run.found(), []);
}

#[test]
fn a_forgotten_scan_knows_nothing_and_takes_in_nothing() {
    let (mut run, _) = Run::resumed(6);
    run.read(0);
    let earlier = run.round.unwrap();
    assert_eq!(run.event(ScanEvent::Forget), [0; 0]);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.covered(), [0, 0, 0, 0, 0]);
    assert_eq!(run.found(), []);
    // The next person's list is read from the beginning, and the earlier answers are not theirs.
    assert_eq!(run.cover(&[0, 1]), [0, 1]);
    run.event(ScanEvent::Answer {
        place: 0,
        round: earlier,
        outcome: Ok("theirs".to_owned()),
    });
    assert_eq!(run.found(), []);
    assert_eq!(run.find(0, "mine"), [0; 0]);
    assert_eq!(run.found(), [(0, "mine")]);
}
