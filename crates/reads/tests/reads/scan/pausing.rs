//! What a scan does where the service asks for fewer requests.

use cloud_api::Meaning;
use reads::{ScanEvent, ScanPhase};

use super::support::{Run, refused, throttled, throttled_for};

/// A pause that begins where the service tells none.
fn pause_after(error: cloud_api::ApiError) -> i64 {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, error);
    run.pauses[0].0
}

#[test]
fn throttling_lets_the_scan_wait_and_go_on_by_itself_until_all_is_read() {
    let (mut run, mut asked) = Run::resumed(40);
    let first = asked.remove(0);
    asked.extend(run.read(first));
    assert_eq!(run.fail(asked.remove(0), throttled()), [0; 0]);
    assert!(run.is_waiting());
    while let Some(place) = asked.pop() {
        assert_eq!(run.read(place), [0; 0], "nothing is asked meanwhile");
    }
    asked.extend(run.waited());
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
    while let Some(place) = asked.pop() {
        asked.extend(run.read(place));
    }
    assert!(run.scan.coverage().is_complete());
}

#[test]
fn every_code_that_means_too_many_requests_is_waited_for() {
    for error in [
        throttled(),
        refused(403, "SVCSTG.SWR.4031032"),
        refused(409, "SVCSTG.SWR.4090023"),
    ] {
        assert_eq!(pause_after(error), 2_000);
    }
}

#[test]
fn it_waits_as_long_as_the_service_says_within_bounds() {
    assert_eq!(pause_after(throttled_for(7)), 7_000);
    assert_eq!(pause_after(throttled_for(0)), 1_000);
    assert_eq!(pause_after(throttled_for(u32::MAX)), 300_000);
}

#[test]
fn the_end_of_the_pause_is_told() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled_for(7));
    let until = run.now.plus_milliseconds(7_000);
    assert_eq!(run.pauses, [(7_000, until)]);
    assert_eq!(run.scan.phase(), &ScanPhase::Waiting { until });
}

#[test]
fn after_a_pause_fewer_are_asked_for_at_once_and_more_again_when_that_goes_well() {
    let (mut run, _) = Run::resumed(100);
    run.fail(0, throttled());
    for place in 1..4 {
        run.read(place);
    }
    let mut asked = run.waited();
    assert_eq!(asked, [4, 5]);
    let mut most = 0;
    for _ in 0..60 {
        most = most.max(asked.len());
        let place = asked.remove(0);
        asked.extend(run.read(place));
    }
    assert_eq!(most, 4);
}

#[test]
fn those_that_were_under_way_beside_it_are_not_further_pauses() {
    let (mut run, _) = Run::resumed(20);
    for place in 0..4 {
        run.fail(place, throttled());
    }
    assert_eq!(run.pauses.len(), 1);
    assert_eq!(run.waited(), [4, 5]);
}

#[test]
fn a_longer_pause_that_is_told_meanwhile_takes_the_place_of_the_first() {
    let (mut run, _) = Run::resumed(20);
    run.fail(0, throttled_for(5));
    run.fail(1, throttled_for(30));
    let [(_, first), (longer, _)] = run.pauses[..] else {
        panic!("{:?}", run.pauses)
    };
    assert_eq!(longer, 30_000);
    assert_eq!(run.event(ScanEvent::Waited { until: first }), [0; 0]);
    assert!(run.is_waiting());
    run.waited();
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn pauses_grow_and_end_with_a_person_when_they_do_not_help() {
    let (mut run, asked) = Run::resumed(20);
    let mut asked = asked;
    for _ in 0..8 {
        for place in std::mem::take(&mut asked) {
            run.fail(place, throttled());
        }
        asked = run.waited();
        assert!(!asked.is_empty());
    }
    let lengths: Vec<i64> = run.pauses.iter().map(|(pause, _)| *pause).collect();
    let expected = [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000];
    assert_eq!(lengths, expected);
    run.fail(asked[0], throttled());
    assert_eq!(run.halted_by(), Some(Meaning::Throttled));
    assert_eq!(run.pauses.len(), 8);
}

#[test]
fn a_good_answer_makes_the_next_pause_short_again() {
    let (mut run, _) = Run::resumed(20);
    run.fail(0, throttled());
    run.waited();
    run.fail(1, throttled());
    run.waited();
    run.read(2);
    run.fail(3, throttled());
    let lengths: Vec<i64> = run.pauses.iter().map(|(pause, _)| *pause).collect();
    assert_eq!(lengths, [2_000, 4_000, 2_000]);
}

#[test]
fn what_was_refused_is_read_after_the_others() {
    let (mut run, _) = Run::resumed(5);
    run.fail(1, throttled());
    for place in [0, 2, 3] {
        run.read(place);
    }
    assert_eq!(run.waited(), [4, 1]);
}

#[test]
fn a_scan_that_is_paused_by_a_person_while_it_waits_stays_paused() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled());
    assert_eq!(run.again(5), [0; 0]);
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    run.fail(1, throttled());
    for place in 2..4 {
        run.read(place);
    }
    // What a person wants to be read waits for the service as well.
    assert_eq!(run.waited(), [5]);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
}

#[test]
fn a_scan_whose_places_change_while_it_waits_goes_on_with_the_new_ones() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled());
    assert_eq!(run.cover(&[0, 7]), [0; 0]);
    assert_eq!(run.waited(), [0, 7]);
}

#[test]
fn a_pause_that_belongs_to_somebody_who_is_gone_begins_nothing() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled());
    run.event(ScanEvent::Forget);
    assert_eq!(run.waited(), [0; 0]);
}

#[test]
fn reading_everything_anew_keeps_the_pace() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled());
    assert_eq!(run.event(ScanEvent::StartAgain), [0, 1]);
}
