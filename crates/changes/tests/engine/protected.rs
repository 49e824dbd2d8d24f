//! Many at once, among whom are some whom the service lets nobody change.

use changes::{Event, ItemState, Reason};
use cloud_api::Meaning;

use crate::cloud::*;

const DORA: &str = "3a4e8f9bacbd4ce3d4f5061728394a5b";
const EMIL: &str = "4b5f9aacbdce4df4e5061728394a5b6c";

fn is_refused(run: &Run, item: u32) -> bool {
    matches!(run.state(item), ItemState::Failed(Reason::Refused(error))
        if error.meaning() == Some(Meaning::NoRight))
}

/// The call over all was refused, and each is sent alone.
fn parted(users: &[&str]) -> Run {
    let mut run = Run::confirmed(vec![vec![cancel("shop/api", users)]]);
    run.answer(0, no_right());
    run
}

#[test]
fn one_who_is_protected_is_named_and_the_others_are_removed() {
    let mut run = parted(&[ANNA, BEN, CARLA]);
    assert_eq!(run.sent(), [1, 2, 3]);
    run.answer(1, no_right());
    for (call, user) in [(2, BEN), (3, CARLA)] {
        assert_eq!(run.answer(call, no_content()), [read_back(call)], "{user}");
        run.read(call, grants(&[ANNA]));
    }
    assert!(is_refused(&run, 0));
    let progress = run.change.progress();
    assert_eq!((progress.done, progress.failed), (2, 1));
    assert!(run.change.is_settled());
}

#[test]
fn where_the_right_itself_is_lacking_the_rest_is_not_sent() {
    let users = [ANNA, BEN, CARLA, DORA, EMIL, PROJECT];
    let mut run = parted(&users);
    assert_eq!(run.sent(), [1, 2, 3, 4]);
    assert_eq!(run.answer(1, no_right()), [changes::Command::Save, send(5)]);
    run.answer(2, no_right());
    assert_eq!(run.sent(), [6]);
    assert_eq!(run.answer(3, no_right()), []);
    let mut run = parted(&[
        ANNA,
        BEN,
        CARLA,
        DORA,
        EMIL,
        PROJECT,
        "f".repeat(32).as_str(),
    ]);
    for call in [1, 2, 3] {
        run.answer(call, no_right());
    }
    assert_eq!(*run.state(6), ItemState::Stopped);
}

#[test]
fn both_who_are_protected_are_named_beside_those_who_are_removed() {
    let mut run = parted(&[ANNA, BEN, CARLA, DORA]);
    run.answer(3, no_content());
    run.read(3, grants(&[ANNA, BEN, DORA]));
    for call in [1, 2, 4] {
        run.answer(call, no_right());
    }
    assert!([0, 1, 3].iter().all(|item| is_refused(&run, *item)));
    assert_eq!(run.change.progress().done, 1);
}

#[test]
fn retry_of_the_one_who_is_protected_stops_nobody_else() {
    let mut run = parted(&[ANNA, BEN]);
    run.answer(1, no_right());
    run.answer(2, no_content());
    run.read(2, grants(&[ANNA]));
    run.event(Event::Retry);
    assert_eq!(run.sent(), [3]);
    assert_eq!(run.answer(3, no_right()), []);
    assert!(is_refused(&run, 0) && run.change.is_settled());
}

#[test]
fn nothing_is_parted_that_names_nobody() {
    let mut run = Run::confirmed(vec![vec![sync(&["1.0", "1.1"])]]);
    assert_eq!(run.answer(0, no_right()), []);
    assert!(is_refused(&run, 0) && is_refused(&run, 1));
}

#[test]
fn after_a_stop_the_others_are_not_sent_alone() {
    let mut run = Run::confirmed(three());
    run.event(Event::Stop);
    assert_eq!(run.answer(0, no_right()), []);
    assert_eq!(*run.state(1), ItemState::Stopped);
}
