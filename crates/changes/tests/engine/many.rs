//! Very many things at once: what compares each with each does not end here.

use std::time::{Duration, Instant};

use changes::{ItemState, PlannedWrite, Undo};

use crate::cloud::*;

/// So many that comparing each with each takes minutes.
const MANY: usize = 40_000;

/// What a test may take, many times what it does.
const LONGEST: Duration = Duration::from_secs(10);

fn deletions() -> Vec<Vec<PlannedWrite>> {
    let names = (0..MANY).map(|number| format!("shop-{number}"));
    vec![names.map(|name| cancel(&name, &[BEN])).collect()]
}

fn users() -> Vec<String> {
    (0..MANY).map(|number| format!("{number:032x}")).collect()
}

#[test]
fn a_right_that_is_lacking_withdraws_very_many_in_one_go() {
    let begun = Instant::now();
    let users = users();
    let writes = users.iter().map(|user| cancel("shop/api", &[user]));
    let mut run = Run::confirmed(vec![writes.collect()]);
    for call in 0..4 {
        run.answer(call, no_right());
    }
    assert_eq!(run.change.progress().stopped, MANY - 4);
    assert!(begun.elapsed() < LONGEST);
}

#[test]
fn very_many_are_stopped_and_what_takes_them_back_is_worked_out_in_one_go() {
    let begun = Instant::now();
    let record = record(deletions(), |run| {
        for call in 0..4 {
            run.answer(call, no_content());
            run.read(call, grants(&[]));
        }
        run.event(changes::Event::Stop);
        for call in 4..8 {
            run.answer(call, no_content());
            run.read(call, grants(&[]));
        }
    });
    assert!(record.change.is_settled());
    assert_eq!(record.change.progress().done, 8);
    assert_eq!(record.undo(), None::<Undo>);
    assert_eq!(record.numbers().len(), MANY);
    assert!(begun.elapsed() < LONGEST);
}

#[test]
fn one_call_over_very_many_is_read_back_and_sent_again_in_one_go() {
    let begun = Instant::now();
    let users = users();
    let users: Vec<&str> = users.iter().map(String::as_str).collect();
    let mut run = Run::confirmed(vec![vec![cancel("shop/api", &users)]]);
    run.answer(0, lost());
    for _ in 0..3 {
        run.read(0, grants(&users[..MANY / 2]));
        run.wake();
    }
    run.read(0, grants(&users[..MANY / 2]));
    assert_eq!(run.change.progress().done, MANY / 2);
    assert!(matches!(run.state(0), ItemState::Failed(_)));
    run.event(changes::Event::Retry);
    assert_eq!(run.names_on(1).len(), MANY / 2);
    assert!(begun.elapsed() < LONGEST);
}

#[test]
fn what_is_read_back_as_done_is_counted_apart_from_what_only_was_accepted() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    let accepted = run.change.progress();
    run.read(0, grants(&[]));
    let verified = run.change.progress();
    assert_eq!((accepted.done, accepted.verified), (1, 0));
    assert_eq!((verified.done, verified.verified), (1, 1));
}
