//! What stops a scan, and how it goes on.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent, Refusal};
use reads::{ScanEvent, ScanPhase};

use super::support::{Run, lost, no_right, refused, throttled, token_expired, wrong_path};

#[test]
fn a_paused_scan_takes_in_what_is_under_way_and_asks_for_nothing_more() {
    let (mut run, _) = Run::resumed(6);
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    for place in 0..4 {
        assert_eq!(run.read(place), [0; 0]);
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.covered(), [4, 0, 0, 2, 6]);
}

#[test]
fn a_resumed_scan_goes_on_where_it_was() {
    let (mut run, _) = Run::resumed(8);
    run.event(ScanEvent::Pause);
    run.read(0);
    run.read(1);
    assert_eq!(run.event(ScanEvent::Resume), [4, 5]);
}

#[test]
fn resuming_twice_asks_for_nothing_twice() {
    let (mut run, _) = Run::resumed(8);
    assert_eq!(run.event(ScanEvent::Resume), [0; 0]);
}

/// IAM has contradicted the service.
fn not_for_here() -> ApiError {
    match token_expired() {
        ApiError::Refused(refusal) => ApiError::Refused(Refusal {
            meaning: Meaning::NotForHere,
            ..refusal
        }),
        other => other,
    }
}

#[test]
fn a_lost_sign_in_stops_the_scan_and_says_why() {
    for (error, meaning) in [
        (token_expired(), Meaning::SignInAgain),
        (not_for_here(), Meaning::NotForHere),
        (refused(401, "SVCSTG.S2I.4019000"), Meaning::CredentialLost),
    ] {
        let (mut run, _) = Run::resumed(6);
        assert_eq!(run.fail(1, error), [0; 0]);
        assert_eq!(run.read(0), [0; 0]);
        assert_eq!(run.halted_by(), Some(meaning));
        assert_eq!(run.covered(), [1, 0, 2, 3, 6]);
    }
}

#[test]
fn a_browser_that_is_offline_or_signed_out_stops_the_scan() {
    for error in [
        lost(NoAnswerKind::Offline),
        ApiError::NotSent(NotSent::NoCredential),
    ] {
        let (mut run, _) = Run::resumed(6);
        assert_eq!(run.fail(0, error.clone()), [0; 0]);
        assert_eq!(run.scan.phase(), &ScanPhase::Halted(error));
    }
}

#[test]
fn what_a_lost_sign_in_kept_from_being_read_is_read_after_the_others_on_resuming() {
    let (mut run, _) = Run::resumed(5);
    run.fail(1, token_expired());
    run.fail(2, token_expired());
    run.read(0);
    assert_eq!(run.event(ScanEvent::Resume), [4, 1, 2]);
}

#[test]
fn a_stopped_scan_does_not_go_on_by_itself() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, token_expired());
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    assert_eq!(run.halted_by(), Some(Meaning::SignInAgain));
    assert_eq!(run.again(5), [0; 0]);
}

#[test]
fn a_scan_that_is_throttled_while_it_is_paused_says_so() {
    let (mut run, _) = Run::resumed(6);
    run.event(ScanEvent::Pause);
    run.fail(0, throttled());
    assert_eq!(run.halted_by(), Some(Meaning::Throttled));
}

#[test]
fn a_lost_connection_alone_is_the_resources_own() {
    let (mut run, _) = Run::resumed(6);
    assert_eq!(run.fail(0, lost(NoAnswerKind::Unreachable)), [4]);
    assert_eq!(run.covered(), [0, 1, 4, 1, 6]);
}

#[test]
fn four_in_a_row_that_find_nobody_stop_the_scan() {
    for error in [
        lost(NoAnswerKind::Unreachable),
        lost(NoAnswerKind::TimedOut),
        refused(502, "APIGW.0201"),
        wrong_path(),
        refused(404, "PROXY.0404"),
    ] {
        let (mut run, _) = Run::resumed(20);
        for place in 0..3 {
            run.fail(place, error.clone());
        }
        assert_eq!(run.scan.phase(), &ScanPhase::Running);
        assert_eq!(run.fail(3, error.clone()), [0; 0]);
        assert_eq!(run.scan.phase(), &ScanPhase::Halted(error));
    }
}

#[test]
fn an_answer_between_them_shows_that_somebody_is_there() {
    let (mut run, _) = Run::resumed(20);
    for place in 0..12 {
        if place % 4 == 3 {
            run.fail(place, no_right());
        } else {
            run.fail(place, lost(NoAnswerKind::Unreachable));
        }
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn answers_that_are_too_large_are_the_resources_own() {
    let (mut run, _) = Run::resumed(20);
    for place in 0..8 {
        run.fail(place, lost(NoAnswerKind::TooLarge));
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn those_that_found_nobody_are_read_after_the_others_on_resuming() {
    let (mut run, _) = Run::resumed(9);
    for place in 0..4 {
        run.fail(place, lost(NoAnswerKind::TimedOut));
    }
    assert_eq!(run.covered(), [0, 4, 3, 2, 9]);
    assert_eq!(run.event(ScanEvent::Resume), [7]);
    run.read(4);
    for (answered, next) in [(5, 0), (6, 1), (7, 2), (8, 3)] {
        assert_eq!(run.read(answered), [next]);
    }
    run.read(0);
    assert_eq!(run.scan.reading(&0).unwrap().error(), None);
}
