//! Freeing a target registry that is in use, and deleting it: executions, policies, then the registry.

use changes::keeping::{read, written};
use changes::{CallState, Event, ItemState, Key, LeftNow, LeftPlan, Reason};
use cloud_api::ApiError;

use crate::cloud::*;
use crate::replication::*;

#[test]
fn the_registry_is_deleted_only_when_nothing_uses_it_any_more() {
    let mut run = Run::confirmed(freeing());
    // Nothing runs of the policy that is pointed elsewhere.
    assert_eq!(run.sent(), [0, 2]);
    run.answer(0, accepted());
    assert!(run.sent().is_empty());
    run.read(0, execution("Stopped"));
    // One policy of a registry after the other.
    assert!(run.sent().is_empty());
    run.answer(2, accepted());
    assert_eq!(run.sent(), [1]);
    run.answer(1, no_content());
    run.read(1, gone());
    assert!(run.sent().is_empty());
    run.read(2, policy_over(OTHER));
    assert_eq!(run.sent(), [3]);
    run.answer(3, no_content());
    run.read(3, gone());
    assert!(run.change.is_settled());
    assert_eq!(run.change.progress().done, 4);
}

#[test]
fn an_execution_that_takes_minutes_to_stop_keeps_its_policy_waiting() {
    let mut run = Run::confirmed(freeing());
    run.answer(2, accepted());
    run.answer(0, accepted());
    for _ in 0..60 {
        run.read(0, execution("InProgress"));
        run.wake();
    }
    assert!(matches!(
        run.state(0),
        ItemState::Done { verified: None, .. }
    ));
    assert_eq!(*run.state(1), ItemState::Waiting);
    run.read(0, execution("Stopped"));
    assert_eq!(run.sent(), [1]);
}

#[test]
fn an_execution_that_does_not_stop_within_about_ten_minutes_is_said_to_go_on() {
    let mut run = Run::confirmed(freeing());
    run.answer(0, accepted());
    let mut waited = 0;
    while matches!(
        run.change.calls()[&changes::CallId(0)].state,
        CallState::Checking(_)
    ) {
        run.read(0, execution("InProgress"));
        if matches!(
            run.change.calls()[&changes::CallId(0)].state,
            CallState::Checking(_)
        ) {
            waited += run.wake();
        }
    }
    assert!((550_000..=650_000).contains(&waited), "{waited}");
    assert_eq!(*run.state(0), ItemState::Failed(Reason::NotApplied));
    assert_eq!(*run.state(1), ItemState::Stopped);
    run.answer(2, accepted());
    run.read(2, policy_over(OTHER));
    assert_eq!(*run.state(3), ItemState::Stopped);
}

#[test]
fn a_stop_that_is_refused_because_the_execution_has_ended_is_no_failure() {
    for status in ["Succeed", "Success", "Failed", "Stopped"] {
        let mut run = Run::confirmed(freeing());
        run.answer(2, accepted());
        run.answer(0, refused_by_swr(400, "SWR.400012"));
        assert_eq!(*run.state(0), ItemState::Running);
        run.read(0, execution(status));
        assert!(
            matches!(run.state(0), ItemState::AlreadyDone { .. }),
            "{status}"
        );
        assert_eq!(run.sent(), [1]);
    }
}

#[test]
fn a_stop_that_is_refused_while_the_execution_runs_is_told_at_once() {
    let mut run = Run::confirmed(freeing());
    run.answer(0, refused_by_swr(400, "SWR.400012"));
    run.read(0, execution("InProgress"));
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::Refused(_))
    ));
    assert_eq!(*run.state(1), ItemState::Stopped);
}

#[test]
fn a_policy_that_stays_stops_the_deletion_and_retry_does_what_is_left() {
    let mut run = Run::confirmed(freeing());
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    run.answer(2, accepted());
    run.answer(1, refused_by_swr(400, "SWR.400012"));
    run.read(1, policy_over(HARBOR));
    run.read(2, policy_over(OTHER));
    assert!(matches!(
        run.state(1),
        ItemState::Failed(Reason::Refused(_))
    ));
    assert_eq!(*run.state(3), ItemState::Stopped);
    run.event(Event::Retry);
    assert_eq!(run.sent(), [4]);
    run.answer(4, no_content());
    run.read(4, gone());
    assert_eq!(run.sent(), [5]);
    run.answer(5, no_content());
    run.read(5, gone());
    assert_eq!(run.change.progress().done, 4);
}

#[test]
fn a_deletion_that_is_refused_because_nothing_is_left_to_delete_is_no_failure() {
    let mut run = Run::confirmed(vec![vec![delete_registry()]]);
    run.answer(0, refused_by_swr(400, "SWR.400003"));
    run.read(0, gone());
    assert!(matches!(run.state(0), ItemState::AlreadyDone { .. }));
}

#[test]
fn a_registry_that_is_still_in_use_is_told_with_the_refusal() {
    let mut run = Run::confirmed(vec![vec![delete_registry()]]);
    run.answer(0, refused_by_swr(400, "SWR.400012"));
    run.read(0, registry_there());
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::Refused(_))
    ));
    assert!(run.change.is_settled());
}

#[test]
fn a_missing_right_is_told_with_the_encoded_message_and_without_another_reading() {
    let mut run = Run::confirmed(freeing());
    run.answer(0, accepted());
    run.read(0, execution("Stopped"));
    run.answer(2, accepted());
    run.answer(1, refused_by_swr(403, "SWR.403001"));
    let ItemState::Failed(Reason::Refused(ApiError::Refused(refusal))) = run.state(1) else {
        panic!("{:?}", run.state(1));
    };
    let encoded = refusal.encoded_authorization_message.as_deref();
    assert_eq!(encoded, Some("encoded"));
}

#[test]
fn a_right_that_is_lacking_for_one_policy_stops_no_other_policy_and_for_a_registry_all_of_its_instance()
 {
    let names: Vec<String> = (40..50).map(|id| id.to_string()).collect();
    let policies = names.iter().map(|id| delete_policy(id, &format!("p{id}")));
    let mut run = Run::confirmed(vec![policies.collect()]);
    run.answer(0, refused_by_swr(403, "SWR.403001"));
    assert_eq!(run.sent(), [4]);
    assert_eq!(run.change.progress().stopped, 0);
    let mut writes = vec![delete_registry()];
    writes.extend(names.iter().map(|id| stop("21", id)));
    let mut run = Run::confirmed(vec![writes]);
    run.answer(0, refused_by_swr(403, "SWR.403001"));
    assert!(run.sent().is_empty());
    assert_eq!(run.change.progress().stopped, 7);
}

#[test]
fn what_is_left_after_a_reload_in_the_middle_goes_on_in_its_stages() {
    let kept = record(freeing(), |run| {
        run.answer(0, accepted());
        run.read(0, execution("Stopped"));
        run.answer(2, refused_by_swr(500, "SWR.500001"));
    });
    let key = Key {
        scope: kept.change.scope().clone(),
        id: kept.change.id(),
    };
    let mut kept = read(&written(&kept).unwrap(), &key).unwrap();
    let now = START.plus_milliseconds(60_000);
    kept.change.handle(Event::Resumed, now);
    kept.change.handle(Event::SignedIn, now);
    // The page that is left has not sent the deletion, and no other one does unasked.
    assert!(kept.rests_on_what_was_read());
    let mut run = Run {
        change: kept.change.clone(),
        now,
        commands: Vec::new(),
    };
    for delay in [0, 1_000, 2_000, 4_000] {
        run.now = run.now.plus_milliseconds(delay);
        run.event(Event::Tick);
        run.read(2, policy_over(HARBOR));
    }
    assert!(
        matches!(run.state(2), ItemState::Failed(_)),
        "{:?}",
        run.state(2)
    );
    kept.change = run.change;
    let left = kept.left();
    let mut looked = LeftNow::default();
    looked.add(&left[0].reads()[0], &policy_named("nightly", HARBOR));
    looked.add(&left[1].reads()[0], &policy_over(HARBOR));
    looked.add(&left[2].reads()[0], &registry_there());
    let stages = LeftPlan::of(&left, &looked).stages;
    let names: Vec<Vec<&str>> = stages
        .iter()
        .map(|stage| stage.iter().map(|write| write.names[0].as_str()).collect())
        .collect();
    assert_eq!(names, [vec!["nightly", "weekly"], vec!["old-harbor"]]);
    let mut again = Run::confirmed(stages);
    again.answer(0, no_content());
    again.read(0, gone());
    again.answer(1, accepted());
    again.read(1, policy_over(OTHER));
    assert_eq!(again.sent(), [2]);
}
