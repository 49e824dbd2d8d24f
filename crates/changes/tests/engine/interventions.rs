//! The person stops and retries.

use changes::{Command, Event, ItemState, Phase};

use crate::cloud::*;

fn six() -> Run {
    let names = ["a", "b", "c", "d", "e", "f"];
    Run::confirmed(vec![
        names.iter().map(|name| cancel(name, &[BEN])).collect(),
    ])
}

#[test]
fn stop_keeps_back_what_was_not_sent_and_reads_back_what_was() {
    let mut run = six();
    assert!(run.change.may_stop());
    assert_eq!(run.event(Event::Stop), []);
    assert_eq!(run.change.progress().stopped, 2);
    assert_eq!(run.change.phase(), Phase::Halted);
    assert!(!run.change.may_stop());
    assert_eq!(run.answer(0, no_content()), [read_back(0)]);
    assert_eq!(run.answer(1, lost()), [read_back(1)]);
    assert_eq!(run.read(0, grants(&[])), []);
    assert!(run.state(0).is_done());
}

#[test]
fn after_stop_a_refused_group_is_not_sent_one_by_one() {
    let mut run = Run::confirmed(three());
    run.answer(0, not_found());
    assert!(run.change.may_stop());
    run.event(Event::Stop);
    assert_eq!(run.read(0, grants(&[ANNA, CARLA])), []);
    assert_eq!(run.change.progress().stopped, 2);
    assert_eq!(run.change.progress().done, 1);
}

#[test]
fn retry_sends_what_was_stopped() {
    let mut run = six();
    run.event(Event::Stop);
    for call in 0..4 {
        run.answer(call, no_content());
        run.read(call, grants(&[]));
    }
    run.event(Event::Retry);
    assert_eq!(
        run.commands,
        [Command::Save, send(6), Command::Save, send(7)]
    );
}

#[test]
fn retry_sends_the_failed_ones_of_a_group_in_one_call() {
    let mut run = Run::confirmed(three());
    run.answer(0, not_found());
    run.read(0, grants(&[ANNA, CARLA]));
    run.answer(1, refusal(400, "SVCSTG.SWR.4000014"));
    run.answer(2, refusal(400, "SVCSTG.SWR.4000014"));
    assert_eq!(run.event(Event::Retry), [Command::Save, send(3)]);
    assert_eq!(run.names_on(3), ["anna", "carla"]);
}

#[test]
fn retry_sends_nothing_for_what_is_done() {
    let mut run = Run::confirmed(three());
    run.answer(0, no_content());
    assert_eq!(run.event(Event::Retry), []);
    run.read(0, grants(&[]));
    assert_eq!(run.event(Event::Retry), []);
}

#[test]
fn retry_after_signing_in_sends_what_was_refused_and_what_was_stopped() {
    let mut run = six();
    run.answer(0, token_expired());
    assert_eq!(run.event(Event::SignedIn), []);
    run.event(Event::Retry);
    assert_eq!(run.sent(), [6]);
    for call in 1..4 {
        run.answer(call, no_content());
    }
    assert_eq!(run.change.progress().waiting, 0);
    assert_eq!(*run.state(0), ItemState::Running);
}

#[test]
fn a_retry_that_is_refused_again_says_so_again() {
    let mut run = Run::confirmed(one());
    for call in 0..3 {
        assert!(matches!(run.state(0), ItemState::Running));
        run.answer(call, no_right());
        assert!(run.change.needs_retry() && run.change.is_settled());
        run.event(Event::Retry);
        assert_eq!(run.sent(), [call + 1]);
    }
}
