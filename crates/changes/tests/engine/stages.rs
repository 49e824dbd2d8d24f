//! What goes together and what waits.

use changes::{Change, ChangeId, ItemState, PlanError, Scope};

use crate::cloud::*;

#[test]
fn the_next_stage_starts_when_the_last_item_of_the_first_was_read_back() {
    let mut run = Run::confirmed(vec![
        vec![make_private("shop/api")],
        vec![cancel("shop/api", &[BEN, CARLA])],
    ]);
    assert_eq!(run.sent(), [0]);
    run.answer(0, Ok(response(201, "")));
    assert!(run.sent().is_empty());
    run.read(0, is_public(false));
    assert_eq!(run.sent(), [1]);
}

#[test]
fn a_failure_in_the_first_stage_stops_the_second_and_retry_does_both() {
    let mut run = Run::confirmed(vec![
        vec![make_private("shop/api")],
        vec![cancel("shop/api", &[BEN])],
    ]);
    assert_eq!(run.answer(0, refusal(400, "SVCSTG.SWR.4001009")), []);
    assert_eq!(*run.state(1), ItemState::Stopped);
    assert!(run.change.is_settled());
    run.event(changes::Event::Retry);
    assert_eq!(run.sent(), [2]);
    assert_eq!(*run.state(1), ItemState::Waiting);
    run.answer(2, Ok(response(201, "")));
    run.read(2, is_public(false));
    assert_eq!(run.sent(), [3]);
}

#[test]
fn an_unknown_item_keeps_the_next_stage_waiting() {
    let mut run = Run::confirmed(vec![
        vec![make_private("shop/api")],
        vec![cancel("shop/api", &[BEN])],
    ]);
    run.answer(0, lost());
    run.read(0, token_expired());
    assert_eq!(*run.state(1), ItemState::Waiting);
    assert!(run.change.may_stop());
    run.event(changes::Event::SignedIn);
    run.read(0, is_public(false));
    assert_eq!(run.sent(), [1]);
}

#[test]
fn what_could_not_be_checked_does_not_keep_the_next_stage_waiting() {
    let mut run = Run::confirmed(vec![
        vec![make_private("shop/api")],
        vec![cancel("shop/api", &[BEN])],
    ]);
    run.answer(0, Ok(response(201, "")));
    run.read(0, no_right());
    assert_eq!(run.sent(), [1]);
}

#[test]
fn what_was_already_so_does_not_keep_the_next_stage_waiting() {
    let mut run = Run::confirmed(vec![vec![cancel("a", &[BEN])], vec![cancel("b", &[BEN])]]);
    run.answer(0, not_found());
    run.read(0, grants(&[]));
    assert_eq!(run.sent(), [1]);
}

#[test]
fn at_most_four_calls_wait_for_an_answer() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let mut run = Run::confirmed(vec![
        names.iter().map(|name| cancel(name, &[BEN])).collect(),
    ]);
    assert_eq!(run.sent(), [0, 1, 2, 3]);
    assert_eq!(run.change.progress().waiting, 2);
    run.answer(2, no_content());
    assert_eq!(run.sent(), [4]);
    run.answer(0, not_found());
    assert_eq!(run.sent(), [5]);
}

#[test]
fn one_failure_does_not_keep_its_own_stage_from_going_on() {
    let names = ["a", "b", "c", "d", "e"];
    let mut run = Run::confirmed(vec![
        names.iter().map(|name| cancel(name, &[BEN])).collect(),
    ]);
    run.answer(0, refusal(400, "SVCSTG.SWR.4000014"));
    assert_eq!(run.sent(), [4]);
}

fn refused_plan(stages: Vec<Vec<changes::PlannedWrite>>) -> PlanError {
    let scope = Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: String::new(),
        user_id: String::new(),
    };
    Change::plan(ChangeId(1), scope, START, stages).unwrap_err()
}

#[test]
fn nothing_to_do_is_no_change() {
    assert_eq!(refused_plan(vec![]), PlanError::Empty);
    assert_eq!(refused_plan(vec![vec![]]), PlanError::Empty);
    assert_eq!(refused_plan(vec![vec![cancel("a", &[])]]), PlanError::Empty);
}

#[test]
fn nobody_can_be_named_twice() {
    let twice = refused_plan(vec![vec![cancel("a", &[BEN, BEN])]]);
    assert!(matches!(twice, PlanError::NamedTwice(_)));
    let twice = refused_plan(vec![vec![cancel("a", &[BEN])], vec![add("a", &[BEN])]]);
    assert!(matches!(twice, PlanError::NamedTwice(_)));
}

#[test]
fn an_identifier_stands_in_for_a_missing_name() {
    let mut write = cancel("a", &[BEN, CARLA]);
    write.names.truncate(1);
    let run = Run::proposed(vec![vec![write]]);
    assert_eq!(
        (run.item(0).name.as_str(), run.item(1).name.as_str()),
        ("ben", CARLA)
    );
}
