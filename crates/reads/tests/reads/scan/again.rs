//! Reading a chosen resource again.

use reads::{Scan, ScanEvent};

use super::support::{Run, no_right, throttled};

#[test]
fn a_chosen_resource_is_read_again_ahead_of_the_others() {
    let (mut run, _) = Run::resumed(20);
    run.read(0);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.read(1), [0]);
}

#[test]
fn a_chosen_resource_is_read_again_although_the_scan_is_paused_or_done() {
    let (mut run, _) = Run::resumed(1);
    run.read(0);
    assert_eq!(run.again(0), [0]);
    run.read(0);
    run.event(ScanEvent::Pause);
    assert_eq!(run.again(0), [0]);
}

#[test]
fn a_resource_that_was_chosen_early_is_not_read_twice() {
    let mut run = Run::over(5);
    assert_eq!(run.again(4), [4]);
    run.read(4);
    assert_eq!(run.event(ScanEvent::Resume), [0, 1, 2, 3]);
    for place in 0..4 {
        assert_eq!(run.read(place), [0; 0]);
    }
}

#[test]
fn a_resource_chosen_while_it_is_under_way_is_read_once_more() {
    let (mut run, _) = Run::resumed(1);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.read(0), [0]);
    assert_eq!(run.read(0), [0; 0]);
}

#[test]
fn a_failed_second_reading_keeps_the_time_of_the_first() {
    let (mut run, _) = Run::resumed(1);
    run.read(0);
    let read_at = run.now;
    run.again(0);
    assert_eq!(run.covered(), [1, 0, 0, 0, 1]);
    run.fail(0, no_right());
    let reading = run.scan.reading(&0).unwrap();
    assert_eq!(
        (reading.read_at(), reading.error()),
        (Some(read_at), Some(&no_right()))
    );
    assert_eq!(run.covered(), [0, 1, 0, 0, 1]);
}

#[test]
fn what_is_read_anew_is_as_old_as_it_was_until_its_place_is_read() {
    let (mut run, _) = Run::resumed(3);
    run.read(0);
    let first = run.now;
    run.read(1);
    let second = run.now;
    run.event(ScanEvent::StartAgain);
    run.event(ScanEvent::StartAgain);
    run.fail(0, no_right());
    run.cover(&[2, 1, 0]);
    let held_from =
        |run: &Run| [0, 1, 2].map(|place| run.scan.reading(&place).and_then(|it| it.held_from()));
    assert_eq!(held_from(&run), [Some(first), Some(second), None]);
    assert_eq!(run.covered(), [0, 1, 2, 0, 3], "none is taken for read");
    let record = serde_json::to_string(&run.scan).unwrap();
    let restored: Scan<usize, String> = serde_json::from_str(&record).unwrap();
    assert_eq!(restored.reading(&1), run.scan.reading(&1));
    run.read(1);
    assert_eq!(held_from(&run), [Some(first), Some(run.now), None]);
    assert_eq!(run.read_at(1), Some(run.now));
}

#[test]
fn what_nobody_asked_for_changes_nothing() {
    let (mut run, _) = Run::resumed(9);
    let before = run.scan.clone();
    assert_eq!(run.read(7), [0; 0]);
    assert_eq!(run.fail(7, throttled()), [0; 0]);
    assert_eq!(run.read(usize::MAX), [0; 0]);
    assert_eq!(run.again(9), [0; 0]);
    assert_eq!(run.scan, before);
    assert_eq!(run.scan.reading(&9), None);
}
