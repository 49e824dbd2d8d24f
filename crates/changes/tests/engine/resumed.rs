//! What becomes of a change when the page that sent it is gone.

use changes::{Event, ItemState, Reason, Standing};
use cloud_api::{ApiError, NoAnswer, NoAnswerKind};

use crate::cloud::*;

/// Six repositories' access, of which the first four calls are on their way.
fn many() -> Run {
    let names = ["a", "b", "c", "d", "e", "f"];
    Run::confirmed(vec![names.map(|name| cancel(name, &[BEN])).into()])
}

#[test]
fn nothing_is_sent_after_a_reload_not_even_when_there_is_a_credential_again() {
    let mut run = many();
    assert_eq!(run.event(Event::Resumed), []);
    run.event(Event::SignedIn);
    assert_eq!(run.sent(), [0_u32; 0]);
    for call in 0..4 {
        run.read(call, grants(&[]));
        assert_eq!(run.sent(), [0_u32; 0]);
    }
    run.now = run.now.plus_milliseconds(60_000);
    run.event(Event::Tick);
    assert_eq!(run.sent(), [0_u32; 0]);
    assert!(run.change.is_settled());
}

#[test]
fn what_was_not_sent_is_told_as_not_sent() {
    let mut run = many();
    run.event(Event::Resumed);
    assert_eq!(*run.state(4), ItemState::Stopped);
    assert_eq!(*run.state(5), ItemState::Stopped);
}

#[test]
fn what_was_sent_is_unknown_until_it_is_read_back() {
    let mut run = many();
    run.event(Event::Resumed);
    let left = ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::PageLeft,
        may_have_been_applied: true,
    });
    assert!(matches!(run.state(0), ItemState::Unknown { error, .. } if *error == left));
    assert_eq!(run.change.standing(), Standing::Unknown);
    let asked: Vec<_> = (0..4).map(read_back).collect();
    assert_eq!(run.event(Event::SignedIn), asked);
    run.read(0, grants(&[]));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
    for _ in 0..4 {
        run.read(1, grants(&[BEN]));
        run.now = run.now.plus_milliseconds(5_000);
        run.event(Event::Tick);
    }
    assert!(matches!(
        run.state(1),
        ItemState::Failed(Reason::LeftAfterUnclear(_))
    ));
}

#[test]
fn what_was_refused_together_is_not_sent_one_by_one() {
    let mut run = Run::confirmed(three());
    run.answer(0, not_found());
    run.event(Event::Resumed);
    assert!(matches!(run.state(0), ItemState::Unknown { .. }));
    run.event(Event::SignedIn);
    run.read(0, grants(&[BEN]));
    assert_eq!(run.sent(), [0_u32; 0]);
    assert_eq!(*run.state(1), ItemState::Stopped);
    assert!(run.change.is_settled());
}

#[test]
fn what_could_not_be_checked_is_not_asked_for_again() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    while !run.change.is_settled() {
        run.read(0, lost());
        if !run.change.is_settled() {
            run.wake();
        }
    }
    run.event(Event::Resumed);
    assert_eq!(run.event(Event::SignedIn), []);
    assert_eq!(run.change.standing(), Standing::NotChecked);
}

#[test]
fn what_has_ended_stays_as_it_was() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    run.read(0, grants(&[]));
    let ended = run.change.items().clone();
    run.event(Event::Resumed);
    assert_eq!(run.event(Event::SignedIn), []);
    assert_eq!(*run.change.items(), ended);
}
