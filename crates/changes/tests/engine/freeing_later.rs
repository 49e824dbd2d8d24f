//! Freeing a registry that goes on later: what somebody has changed meanwhile is left alone.

use changes::{LeftAlone, LeftNow, LeftPlan, Record};

use crate::cloud::*;
use crate::replication::*;

/// A registry that could not be freed: what was sent for it was refused.
fn refused_at_once() -> Record {
    let record = record(freeing(), |run| {
        run.answer(0, refused_by_swr(400, "SWR.400012"));
        run.read(0, execution("InProgress"));
        run.answer(2, refused_by_swr(400, "SWR.400012"));
    });
    assert_eq!(record.left().len(), 4);
    record
}

/// What a look finds of the execution, of both policies and of the registry.
fn looked(record: &Record, found: [Outcome; 4]) -> LeftNow {
    let mut now = LeftNow::default();
    for (left, outcome) in record.left().iter().zip(found) {
        now.add(&left.reads()[0], &outcome);
    }
    now
}

fn sent(record: &Record, now: &LeftNow) -> Vec<Vec<String>> {
    let stages = LeftPlan::of(&record.left(), now).stages.into_iter();
    stages
        .map(|stage| stage.into_iter().flat_map(|it| it.names).collect())
        .collect()
}

/// Why each of them is left alone.
fn left_alone(record: &Record, now: &LeftNow) -> Vec<(String, LeftAlone)> {
    let names = record.names();
    let plan = LeftPlan::of(&record.left(), now);
    let named = |(subject, why): (_, &LeftAlone)| (names[subject].to_owned(), why.clone());
    let mut all: Vec<_> = plan.left_alone.iter().map(named).collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

fn alone(all: &[(&str, LeftAlone)]) -> Vec<(String, LeftAlone)> {
    let all = all.iter();
    all.map(|(name, why)| ((*name).to_owned(), why.clone()))
        .collect()
}

fn nightly() -> Outcome {
    policy_named("nightly", HARBOR)
}

fn running() -> Outcome {
    execution("InProgress")
}

#[test]
fn everything_that_is_as_it_was_is_sent() {
    let record = refused_at_once();
    let now = looked(
        &record,
        [running(), nightly(), policy_over(HARBOR), registry_there()],
    );
    let all = [vec!["301"], vec!["nightly", "weekly"], vec!["old-harbor"]];
    assert_eq!(sent(&record, &now), all);
}

#[test]
fn a_policy_that_is_no_longer_in_the_way_stays_and_the_registry_goes() {
    let record = refused_at_once();
    let elsewhere = policy_named("nightly", "14");
    let now = looked(
        &record,
        [running(), elsewhere, policy_over(HARBOR), registry_there()],
    );
    assert_eq!(sent(&record, &now), [["weekly"], ["old-harbor"]]);
    let out = LeftAlone::OutOfTheWay;
    let both = alone(&[("301", out.clone()), ("nightly", out)]);
    assert_eq!(left_alone(&record, &now), both);
    let now = looked(
        &record,
        [running(), nightly(), policy_over("14"), registry_there()],
    );
    let rest = [vec!["301"], vec!["nightly"], vec!["old-harbor"]];
    assert_eq!(
        sent(&record, &now),
        rest,
        "it is not pointed at a third one"
    );
}

#[test]
fn a_policy_that_somebody_has_changed_stays_and_so_does_the_registry_that_it_uses() {
    let record = refused_at_once();
    let changed = policy_named("hourly", HARBOR);
    let now = looked(
        &record,
        [running(), changed, policy_over(HARBOR), registry_there()],
    );
    assert_eq!(sent(&record, &now), [[""; 0]; 0]);
    let all = alone(&[
        ("301", LeftAlone::Waits),
        ("nightly", LeftAlone::Changed),
        ("old-harbor", LeftAlone::Waits),
        ("weekly", LeftAlone::Waits),
    ]);
    assert_eq!(left_alone(&record, &now), all);
    // The person who is told of a change looks again before anything is sent.
    assert!(!now.sends_the_same(&LeftNow::default()) && now.nothing_read().is_none());
}

#[test]
fn a_registry_is_not_deleted_while_nobody_knows_of_a_policy() {
    let record = refused_at_once();
    let now = looked(
        &record,
        [running(), lost(), policy_over(HARBOR), registry_there()],
    );
    assert_eq!(sent(&record, &now), [[""; 0]; 0]);
}

#[test]
fn nothing_makes_way_for_a_registry_that_somebody_has_changed() {
    let record = refused_at_once();
    let other = registry_named("new-harbor");
    let found = [running(), nightly(), policy_over(HARBOR), other];
    let now = looked(&record, found);
    assert_eq!(sent(&record, &now), [[""; 0]; 0]);
    let why: Vec<_> = left_alone(&record, &now);
    let waits = why.iter().filter(|(_, why)| *why == LeftAlone::Waits);
    assert_eq!(waits.count(), 3);
    assert!(why.contains(&("old-harbor".to_owned(), LeftAlone::Changed)));
}

#[test]
fn nothing_makes_way_for_a_registry_that_somebody_has_deleted() {
    let mut record = refused_at_once();
    let found = [running(), nightly(), policy_over(HARBOR), gone()];
    let now = looked(&record, found);
    assert_eq!(sent(&record, &now), [[""; 0]; 0]);
    let out = LeftAlone::OutOfTheWay;
    let three = ["301", "nightly", "weekly"].map(|name| (name, out.clone()));
    assert_eq!(left_alone(&record, &now), alone(&three));
    record.note_sent_anew(&record.left(), &now);
    assert_eq!(record.left(), [], "nothing of it needs another change");
}

#[test]
fn a_policy_that_was_to_be_deleted_for_itself_waits_for_no_registry() {
    let record = record(vec![vec![delete_policy("21", "nightly")]], |run| {
        run.answer(0, refused_by_swr(400, "SWR.400012"));
        run.read(0, nightly());
    });
    let mut now = LeftNow::default();
    now.add(&record.left()[0].reads()[0], &nightly());
    assert_eq!(sent(&record, &now), [["nightly"]]);
    let mut now = LeftNow::default();
    now.add(
        &record.left()[0].reads()[0],
        &policy_named("hourly", HARBOR),
    );
    assert_eq!(sent(&record, &now), [[""; 0]; 0]);
}
