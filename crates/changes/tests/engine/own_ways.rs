//! What waits for what while registries are freed: each registry for its own policies, each policy for what
//! runs of it, and nothing for what is in nobody's way.

use changes::{Event, ItemState, PlannedWrite, Reason};

use crate::cloud::*;
use crate::replication::*;

/// Two registries, of which a policy uses the first; the other one is free.
fn one_in_use() -> Vec<Vec<PlannedWrite>> {
    vec![
        vec![stop("21", "301")],
        vec![delete_policy("21", "nightly")],
        vec![delete_registry(), delete_registry_named("unused", OTHER)],
    ]
}

#[test]
fn a_free_registry_waits_for_nothing() {
    let mut run = Run::confirmed(one_in_use());
    assert_eq!(run.sent(), [0, 3]);
    run.answer(3, no_content());
    run.read(3, gone());
    assert!(matches!(run.state(3), ItemState::Done { .. }));
    assert_eq!(*run.state(2), ItemState::Waiting);
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    assert_eq!(run.sent(), [1]);
    run.answer(1, no_content());
    run.read(1, gone());
    assert_eq!(run.sent(), [2]);
}

#[test]
fn a_refused_policy_holds_back_its_own_registry_alone() {
    let mut run = Run::confirmed(one_in_use());
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    run.answer(1, refused_by_swr(403, "SWR.403001"));
    assert!(matches!(
        run.state(1),
        ItemState::Failed(Reason::Refused(_))
    ));
    assert_eq!(*run.state(2), ItemState::Stopped);
    run.answer(3, no_content());
    run.read(3, gone());
    assert!(matches!(run.state(3), ItemState::Done { .. }));
    assert!(run.change.is_settled());
    run.event(Event::Retry);
    assert_eq!(run.sent(), [4], "the policy alone, and then its registry");
    run.answer(4, no_content());
    run.read(4, gone());
    assert_eq!(run.sent(), [5]);
}

#[test]
fn a_refused_free_registry_holds_back_nothing_of_another_one() {
    let mut run = Run::confirmed(one_in_use());
    run.answer(3, refused_by_swr(400, "SWR.400012"));
    run.read(3, registry_named("unused"));
    assert!(matches!(
        run.state(3),
        ItemState::Failed(Reason::Refused(_))
    ));
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    run.answer(1, no_content());
    run.read(1, gone());
    assert_eq!(run.sent(), [2]);
}

#[test]
fn a_policy_waits_for_what_runs_of_it_and_not_for_what_runs_of_others() {
    let policies = vec![
        delete_policy("21", "nightly"),
        delete_policy("22", "weekly"),
    ];
    let stages = vec![vec![stop("21", "301")], policies, vec![delete_registry()]];
    let mut run = Run::confirmed(stages);
    assert_eq!(run.sent(), [0, 2]);
    run.answer(2, no_content());
    run.read(2, gone());
    assert!(run.sent().is_empty(), "the registry waits for both");
    run.answer(0, refused_by_swr(403, "SWR.403001"));
    assert_eq!(*run.state(1), ItemState::Stopped);
    assert_eq!(*run.state(3), ItemState::Stopped);
}

#[test]
fn everything_waits_for_a_policy_of_which_nobody_knows_what_it_uses() {
    let mut untold = delete_policy("21", "nightly");
    untold.before = cloud_api::Before::Nothing;
    let free = delete_registry_named("unused", OTHER);
    let run = Run::confirmed(vec![vec![untold], vec![delete_registry(), free]]);
    assert_eq!(run.sent(), [0]);
}
