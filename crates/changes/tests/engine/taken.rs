//! The service took the write.

use cloud_api::{ApiError, Meaning};

use changes::{CallId, ItemState, PlannedWrite, Reason};

use crate::cloud::*;

fn verified(run: &Run) -> ItemState {
    ItemState::Done {
        verified: Some(run.now),
        read_back_error: None,
    }
}

#[test]
fn confirming_saves_and_then_sends() {
    let mut run = Run::proposed(one());
    assert_eq!(
        run.event(changes::Event::Confirmed),
        [changes::Command::Save, send(0)]
    );
    assert_eq!(*run.state(0), ItemState::Running);
}

#[test]
fn nothing_is_sent_before_the_person_confirms() {
    for event in [
        changes::Event::Retry,
        changes::Event::Stop,
        changes::Event::SignedIn,
        changes::Event::Tick,
    ] {
        let mut run = Run::proposed(three());
        assert_eq!(run.event(event), []);
        assert_eq!(*run.state(0), ItemState::Waiting);
    }
}

#[test]
fn confirming_twice_sends_once() {
    let mut run = Run::confirmed(one());
    assert_eq!(run.event(changes::Event::Confirmed), []);
}

#[test]
fn a_cancelled_permission_is_done_at_once_and_verified_after_reading_back() {
    let mut run = Run::confirmed(one());
    assert_eq!(run.answer(0, no_content()), [read_back(0)]);
    assert_eq!(
        *run.state(0),
        ItemState::Done {
            verified: None,
            read_back_error: None
        }
    );
    assert!(!run.change.is_settled());
    assert_eq!(run.read(0, grants(&[CARLA])), []);
    assert_eq!(*run.state(0), verified(&run));
    assert!(run.change.is_settled() && !run.change.needs_retry());
}

#[test]
fn the_answer_is_noted_with_its_request_id() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    let note = run.change.calls()[&CallId(0)].answer.clone().unwrap();
    assert_eq!(
        (note.status, note.request_id.as_deref(), note.at),
        (204, Some("req-1"), run.now)
    );
}

#[test]
fn a_lagging_list_is_read_again_after_1_2_and_4_seconds() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, grants(&[BEN]));
        assert!(run.state(0).is_done());
        assert_eq!(run.wake(), expected);
        assert_eq!(run.commands, [read_back(0)]);
    }
    run.read(0, grants(&[]));
    assert_eq!(*run.state(0), verified(&run));
}

#[test]
fn what_is_still_there_after_the_last_reading_failed() {
    let mut run = Run::confirmed(three());
    run.answer(0, no_content());
    for _ in 0..3 {
        run.read(0, grants(&[BEN]));
        run.wake();
    }
    assert_eq!(run.read(0, grants(&[BEN])), []);
    assert_eq!(*run.state(1), ItemState::Failed(Reason::NotApplied));
    let progress = run.change.progress();
    assert_eq!((progress.done, progress.failed, progress.total), (2, 1, 3));
    assert!(run.change.is_settled() && run.change.needs_retry());
}

#[test]
fn a_timer_that_fires_early_is_set_again() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    let asked = run.read(0, grants(&[BEN])).to_vec();
    assert_eq!(run.event(changes::Event::Tick), asked);
}

#[test]
fn what_may_not_be_read_back_stays_done_and_says_so() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    assert_eq!(run.read(0, no_right()), []);
    let ItemState::Done {
        verified: None,
        read_back_error: Some(error),
    } = run.state(0)
    else {
        panic!("{:?}", run.state(0));
    };
    assert_eq!(error.meaning(), Some(Meaning::NoRight));
    assert!(run.change.is_settled() && !run.change.needs_retry());
    assert_eq!(run.event(changes::Event::SignedIn), [read_back(0)]);
    run.read(0, grants(&[]));
    assert_eq!(*run.state(0), verified(&run));
}

#[test]
fn an_unreadable_list_stays_done_and_says_so() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    run.read(0, Ok(response(200, "[7]")));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: None,
            read_back_error: Some(ApiError::Unreadable(_))
        }
    ));
    assert!(run.change.is_settled());
}

#[test]
fn a_check_of_something_done_gives_up_when_nothing_answers() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, lost());
        assert_eq!(run.wake(), expected);
    }
    assert_eq!(run.read(0, lost()), []);
    assert!(run.change.is_settled() && run.state(0).is_done());
}

#[test]
fn a_late_or_second_answer_changes_nothing() {
    let mut run = Run::confirmed(three());
    run.answer(0, no_content());
    let before = run.change.clone();
    assert_eq!(run.answer(0, server_fault()), []);
    assert_eq!(run.change, before);
    run.read(0, grants(&[]));
    let before = run.change.clone();
    assert_eq!(run.read(0, grants(&[BEN])), []);
    assert_eq!(run.answer(0, not_found()), []);
    assert_eq!(run.change, before);
}

#[test]
fn a_reading_nobody_asked_for_changes_nothing() {
    let mut run = Run::confirmed(one());
    let before = run.change.clone();
    assert_eq!(run.read(0, grants(&[])), []);
    assert_eq!(run.change, before);
}

#[test]
fn an_unknown_call_changes_nothing() {
    let mut run = Run::confirmed(one());
    let before = run.change.clone();
    assert_eq!(run.answer(99, no_content()), []);
    assert_eq!(run.read(99, grants(&[])), []);
    assert_eq!(run.change, before);
}

#[test]
fn a_dialog_waits_until_the_service_has_answered() {
    let mut run = Run::proposed(two_places());
    assert_eq!(run.change.taken(), None);
    run.event(changes::Event::Confirmed);
    assert_eq!(run.change.taken(), None);
    run.answer(0, no_right());
    assert_eq!(run.change.taken(), None, "the other call is still open");
}

#[test]
fn a_dialog_learns_that_something_was_taken_or_must_be_followed() {
    for outcome in [no_content(), lost()] {
        let mut run = Run::confirmed(one());
        run.answer(0, outcome);
        assert_eq!(run.change.taken(), Some(Ok(())));
    }
    let mut run = Run::confirmed(two_places());
    run.answer(0, no_right());
    run.answer(1, no_content());
    assert_eq!(run.change.taken(), Some(Ok(())));
}

#[test]
fn a_dialog_learns_why_everything_was_refused() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_right());
    let taken = run.change.taken();
    assert!(
        matches!(taken, Some(Err(ApiError::Refused(_)))),
        "{taken:?}"
    );
}

#[test]
fn a_dialog_learns_why_what_comes_after_was_not_sent() {
    let stages = [cancel("shop/api", &[ANNA]), cancel("shop/web", &[ANNA])];
    let mut run = Run::confirmed(stages.map(|write| vec![write]).into());
    run.answer(0, no_right());
    assert_eq!(*run.state(1), ItemState::Stopped);
    let taken = run.change.taken();
    assert!(
        matches!(taken, Some(Err(ApiError::Refused(_)))),
        "{taken:?}"
    );
}

/// One call for each of two repositories.
fn two_places() -> Vec<Vec<PlannedWrite>> {
    vec![vec![
        cancel("shop/api", &[ANNA]),
        cancel("shop/web", &[ANNA]),
    ]]
}
