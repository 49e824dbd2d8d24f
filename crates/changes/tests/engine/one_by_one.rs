//! Clouds that know no call over many.

use std::collections::BTreeSet;

use changes::{Event, ItemState, PlannedWrite, Reason};
use cloud_api::ims::{AddMembers, Recipient};
use cloud_api::{Before, Mutation};

use crate::cloud::*;
use crate::image_shares::*;

fn unknown_call() -> Outcome {
    gateway_refusal(404, "APIGW.0101")
}

#[test]
fn the_same_shares_are_stopped_one_by_one() {
    let mut run = Run::confirmed(stop(2, 2));
    run.answer(0, unknown_call());
    assert_eq!(run.sent(), [1, 2, 3, 4]);
    let all: BTreeSet<_> = (1..5).flat_map(|call| run.shares_on(call)).collect();
    assert_eq!(all.len(), 4);
    for call in 1..5 {
        let mutation = run.change.mutation(changes::CallId(call)).unwrap();
        assert!(matches!(mutation, Mutation::DeleteMember(_)));
        run.answer(call, Ok(of_ims(204, "")));
        run.read(call, members([]));
    }
    assert_eq!(run.change.progress().verified, 4);
    assert!(run.change.is_settled());
}

#[test]
fn other_calls_that_wait_are_not_asked_in_vain() {
    let mut writes = stop(1, 1).remove(0);
    for number in 1..9 {
        let delete = cloud_api::ims::DeleteMembers {
            images: vec![image(number)],
            recipients: vec![project(0)],
        };
        writes.push(PlannedWrite {
            mutation: delete.into(),
            names: Vec::new(),
            before: Before::Nothing,
        });
    }
    let mut run = Run::confirmed(vec![writes]);
    assert_eq!(run.sent(), [0, 1, 2, 3]);
    run.answer(0, unknown_call());
    let mutation = |call: u32| run.change.mutation(changes::CallId(call));
    for call in run.sent() {
        assert!(matches!(mutation(call), Some(Mutation::DeleteMember(_))));
    }
}

#[test]
fn what_cannot_be_named_alone_has_failed_with_the_refusal() {
    let add = AddMembers {
        images: vec![image(0)],
        recipients: vec![project(0), Recipient::Account(ANNA.parse().unwrap())],
    };
    let mut run = Run::confirmed(vec![vec![PlannedWrite {
        mutation: add.into(),
        names: Vec::new(),
        before: Before::Nothing,
    }]]);
    run.answer(0, unknown_call());
    assert_eq!(run.sent(), [1]);
    assert!(matches!(
        run.state(1),
        ItemState::Failed(Reason::Refused(_))
    ));
}

#[test]
fn after_a_stop_nothing_is_sent_one_by_one() {
    let mut run = Run::confirmed(stop(1, 2));
    run.event(Event::Stop);
    run.answer(0, unknown_call());
    assert!(run.sent().is_empty());
    assert_eq!(*run.state(0), ItemState::Stopped);
}

#[test]
fn an_undo_of_what_was_done_one_by_one_brings_it_back() {
    let record = record(stop(1, 2), |run| {
        run.answer(0, unknown_call());
        for call in 1..3 {
            run.answer(call, Ok(of_ims(204, "")));
            run.read(call, members([]));
        }
    });
    let undo = record.undo().unwrap();
    let writes: Vec<_> = undo.stages.iter().flatten().collect();
    assert_eq!(writes.len(), 1);
    assert_eq!(writes[0].mutation.subjects(), [share(0, 0), share(0, 1)]);
}
