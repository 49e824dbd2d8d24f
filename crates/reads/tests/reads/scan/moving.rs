//! A scan whose list becomes another one.

use reads::{Scan, ScanEvent, ScanPhase};

use super::support::{Run, no_right, token_expired};

#[test]
fn what_was_read_moves_along_and_only_the_new_is_read() {
    let (mut run, _) = Run::resumed(3);
    run.find(0, "gone");
    run.fail(1, no_right());
    run.find(2, "two");
    let read_at = run.read_at(2);
    // A new one in front, the first gone, the others the other way round.
    assert_eq!(run.cover(&[7, 2, 1]), [7]);
    assert_eq!(run.covered(), [1, 1, 1, 0, 3]);
    assert_eq!(run.read_at(2), read_at);
    assert_eq!(run.found(), [(2, "two")]);
    assert_eq!(run.scan.reading(&1).unwrap().error(), Some(&no_right()));
    assert_eq!(run.scan.reading(&0), None);
    run.find(7, "seven");
    assert_eq!(run.found(), [(7, "seven"), (2, "two")]);
}

#[test]
fn what_was_under_way_is_asked_for_again() {
    let (mut run, asked) = Run::resumed(2);
    assert_eq!(asked, [0, 1]);
    assert_eq!(run.cover(&[1, 0]), [0, 1]);
    run.read(0);
    run.read(1);
    assert!(run.scan.coverage().is_complete());
}

#[test]
fn a_place_that_was_read_and_is_being_read_again_is_asked_for_again() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    run.read(1);
    assert_eq!(run.again(1), [1]);
    assert_eq!(run.cover(&[0, 1, 2]), [1, 2]);
}

#[test]
fn a_place_that_waits_to_be_read_again_keeps_its_turn_ahead_of_the_others() {
    let (mut run, _) = Run::resumed(6);
    assert_eq!(run.again(5), [0; 0]);
    assert_eq!(run.cover(&[9, 8, 7, 5]), [5, 9, 8, 7]);
}

#[test]
fn a_place_that_is_under_way_and_wanted_once_more_is_asked_for_once() {
    let (mut run, _) = Run::resumed(1);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.cover(&[0, 1]), [0, 1]);
    assert_eq!(run.read(0), [0; 0]);
    assert_eq!(run.read(1), [0; 0]);
}

#[test]
fn an_answer_to_what_was_asked_before_the_list_changed_is_dropped() {
    let (mut run, _) = Run::resumed(1);
    let earlier = run.round.unwrap();
    assert_eq!(run.cover(&[0, 1]), [0, 1]);
    let before = run.scan.clone();
    let late = ScanEvent::Answer {
        place: 0,
        round: earlier,
        outcome: Ok("late".to_owned()),
    };
    assert_eq!(run.event(late), [0; 0]);
    assert_eq!(run.scan, before);
}

#[test]
fn a_paused_scan_stays_paused() {
    let (mut run, _) = Run::resumed(9);
    run.event(ScanEvent::Pause);
    for place in 0..4 {
        run.read(place);
    }
    let places: Vec<usize> = (0..10).collect();
    assert_eq!(run.cover(&places), [0; 0]);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    assert_eq!(run.covered(), [4, 0, 0, 6, 10]);
}

#[test]
fn a_halted_scan_reads_what_halted_it_again_on_resuming() {
    let (mut run, _) = Run::resumed(1);
    run.fail(0, token_expired());
    assert_eq!(run.cover(&[3, 0]), [0; 0]);
    assert!(run.halted_by().is_some());
    let mut asked = run.event(ScanEvent::Resume);
    asked.sort_unstable();
    assert_eq!(asked, [0, 3]);
}

#[test]
fn what_found_nobody_is_still_read_after_the_others_in_another_list() {
    let (mut run, _) = Run::resumed(4);
    for place in 0..4 {
        run.fail(place, super::support::wrong_path());
    }
    assert_eq!(run.cover(&[3, 2, 9]), [0; 0]);
    assert_eq!(run.event(ScanEvent::Resume), [9, 2, 3]);
}

#[test]
fn four_in_a_row_are_counted_anew_in_another_list() {
    let (mut run, _) = Run::resumed(9);
    for place in 0..3 {
        run.fail(place, super::support::wrong_path());
    }
    run.cover(&[3, 4, 5, 6]);
    run.fail(3, super::support::wrong_path());
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn a_scan_that_loses_all_its_places_has_nothing_to_do() {
    let (mut run, _) = Run::resumed(2);
    assert_eq!(run.cover(&[]), [0; 0]);
    assert_eq!(run.covered(), [0, 0, 0, 0, 0]);
    assert_eq!(run.found(), []);
    let mut nothing: Scan<usize, String> = Scan::over(Vec::new());
    assert_eq!(
        nothing.handle(ScanEvent::Cover(Vec::new()), run.now),
        Vec::new()
    );
    assert_eq!(nothing, Scan::over(Vec::new()));
}
