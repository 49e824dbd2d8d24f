//! What may have been started twice.

use changes::Event;

use crate::cloud::*;

/// A start whose read-back never shows it.
fn unseen() -> Run {
    let mut run = Run::confirmed(vec![vec![sync_after(Some(1), &["1.4.1"])]]);
    run.answer(0, lost());
    while !run.change.is_settled() {
        run.read(0, jobs(&[]));
        if !run.change.is_settled() {
            run.wake();
        }
    }
    run
}

#[test]
fn a_start_that_was_sent_again_after_no_clear_answer_may_have_run_twice() {
    let mut run = unseen();
    assert_eq!(run.change.perhaps_twice(), 0);
    run.event(Event::Retry);
    assert_eq!(run.change.perhaps_twice(), 1);
    run.answer(1, Ok(response(200, "[]")));
    assert_eq!(run.change.perhaps_twice(), 1);
}

#[test]
fn one_that_was_refused_the_second_time_ran_once_at_most() {
    let mut run = unseen();
    run.event(Event::Retry);
    run.answer(1, no_right());
    assert_eq!(run.change.perhaps_twice(), 0);
}

#[test]
fn one_that_was_refused_the_first_time_ran_once() {
    let mut run = Run::confirmed(vec![vec![sync(&["1.4.1"])]]);
    run.answer(0, no_right());
    run.event(Event::Retry);
    run.answer(1, Ok(response(200, "[]")));
    assert_eq!(run.change.perhaps_twice(), 0);
}

#[test]
fn what_is_taken_away_twice_is_gone_once() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    while !run.change.is_settled() {
        run.read(0, grants(&[ANNA]));
        if !run.change.is_settled() {
            run.wake();
        }
    }
    run.event(Event::Retry);
    run.answer(1, no_content());
    assert_eq!(run.change.perhaps_twice(), 0);
}
