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

/// Policies of one registry, of which the second one has a running execution, and one of another registry.
fn several() -> Vec<Vec<PlannedWrite>> {
    let policies = vec![
        delete_policy("22", "first"),
        delete_policy("21", "nightly"),
        point_policy("23", "weekly"),
        delete_policy("24", "last"),
    ];
    let registries = vec![delete_registry(), delete_registry_named("unused", OTHER)];
    vec![vec![stop("21", "301")], policies, registries]
}

#[test]
fn policies_of_one_registry_go_one_after_the_other() {
    let mut run = Run::confirmed(several());
    assert_eq!(run.sent(), [0, 1, 6]);
    run.answer(1, no_content());
    assert_eq!(run.sent(), [3]);
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    assert!(run.sent().is_empty());
    run.answer(3, accepted());
    assert_eq!(run.sent(), [2]);
}

#[test]
fn a_refused_policy_spares_the_others_of_its_registry_and_what_runs_of_them() {
    let mut run = Run::confirmed(several());
    run.answer(1, refused_by_swr(403, "SWR.403001"));
    for spared in [2, 3, 4, 5] {
        assert_eq!(*run.state(spared), ItemState::Stopped, "{spared}");
    }
    assert!(run.sent().is_empty());
    run.answer(6, no_content());
    run.read(6, gone());
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    assert!(run.sent().is_empty());
    assert!(run.change.is_settled());
    run.event(Event::Retry);
    assert_eq!(run.sent(), [7], "one after the other");
}

#[test]
fn an_execution_that_does_not_stop_spares_the_policies_of_its_registry() {
    let mut run = Run::confirmed(several());
    run.answer(0, refused_by_swr(403, "SWR.403001"));
    for spared in [2, 3, 4, 5] {
        assert_eq!(*run.state(spared), ItemState::Stopped, "{spared}");
    }
    run.answer(1, no_content());
    run.read(1, gone());
    run.answer(6, no_content());
    run.read(6, gone());
    assert!(run.change.is_settled());
}

#[test]
fn what_runs_of_a_policy_that_stays_is_not_stopped_any_more() {
    let stops = vec![stop("21", "301"), stop("21", "302")];
    let policies = vec![delete_policy("22", "first"), delete_policy("21", "nightly")];
    let mut run = Run::confirmed(vec![stops, policies, vec![delete_registry()]]);
    assert_eq!(run.sent(), [0, 2]);
    run.answer(2, refused_by_swr(403, "SWR.403001"));
    run.answer(0, accepted());
    assert!(run.sent().is_empty());
    assert_eq!(*run.state(1), ItemState::Stopped);
}

#[test]
fn policies_that_are_deleted_for_themselves_do_not_wait_for_each_other() {
    let policies = vec![delete_policy("22", "first"), delete_policy("23", "last")];
    let mut run = Run::confirmed(vec![policies]);
    assert_eq!(run.sent(), [0, 1]);
    run.answer(0, refused_by_swr(403, "SWR.403001"));
    run.answer(1, no_content());
    run.read(1, gone());
    assert!(matches!(run.state(1), ItemState::Done { .. }));
}

#[test]
fn everything_waits_for_a_policy_of_which_nobody_knows_what_it_uses() {
    let mut untold = delete_policy("21", "nightly");
    untold.before = cloud_api::Before::Nothing;
    let free = delete_registry_named("unused", OTHER);
    let run = Run::confirmed(vec![vec![untold], vec![delete_registry(), free]]);
    assert_eq!(run.sent(), [0]);
}
