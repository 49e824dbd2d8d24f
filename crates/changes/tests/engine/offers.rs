//! What a person may do with a change, as it stands, and which write stands behind a command.

use changes::{CallId, Event, ItemState};

use crate::cloud::*;

#[test]
fn before_a_change_is_confirmed_there_is_nothing_to_stop() {
    assert!(!Run::proposed(one()).change.may_stop());
}

#[test]
fn a_single_call_that_is_on_its_way_cannot_be_stopped() {
    assert!(!Run::confirmed(one()).change.may_stop());
    assert!(!Run::confirmed(three()).change.may_stop());
}

#[test]
fn a_refused_call_for_one_leaves_nothing_that_could_be_stopped() {
    let mut run = Run::confirmed(one());
    run.answer(0, not_found());
    assert_eq!(run.commands, [read_back(0)]);
    assert!(!run.change.may_stop());
}

#[test]
fn a_call_for_many_that_was_accepted_or_is_unclear_cannot_be_stopped() {
    for outcome in [no_content(), lost()] {
        let mut run = Run::confirmed(three());
        run.answer(0, outcome);
        assert_eq!(run.commands, [read_back(0)]);
        assert!(!run.change.may_stop());
    }
}

#[test]
fn a_removal_that_is_looked_for_again_is_not_called_unknown() {
    let mut run = Run::confirmed(one());
    run.answer(0, not_found());
    run.read(0, grants(&[BEN]));
    assert_eq!(*run.state(0), ItemState::Running);
    assert_eq!(run.change.progress().unknown, 0);
    run.wake();
    run.read(0, grants(&[]));
    assert_eq!(*run.state(0), ItemState::AlreadyDone { verified: run.now });
}

#[test]
fn an_answer_outside_2xx_that_names_what_it_left_out_is_one_about_all() {
    let mut run = Run::confirmed(vec![vec![sync(&["1.4.1", "1.4.2"])]]);
    run.answer(0, Ok(response(403, r#"["1.4.2"]"#)));
    assert_eq!(run.commands, [read_back(0)]);
    assert!(matches!(run.state(0), ItemState::Unknown { .. }));
    assert_eq!(run.state(0), run.state(1));
}

#[test]
fn the_write_behind_a_call_is_the_one_that_was_planned_or_made_by_retry() {
    let writes = [cancel("shop/api", &[BEN]), make_private("shop/page")];
    let mut run = Run::confirmed(vec![writes.to_vec()]);
    assert_eq!(run.change.mutation(CallId(0)), Some(&writes[0].mutation));
    assert_eq!(run.change.mutation(CallId(1)), Some(&writes[1].mutation));
    assert_eq!(run.change.mutation(CallId(2)), None);
    run.answer(0, no_right());
    run.event(Event::Retry);
    assert_eq!(run.sent(), [2]);
    assert_eq!(run.change.mutation(CallId(2)), Some(&writes[0].mutation));
}
