//! Who uses a registry by the time when its deletion goes on.

use changes::{LeftAlone, LeftDepends, LeftNow, LeftPlan, Record};

use crate::cloud::*;
use crate::replication::*;

/// A registry that could not be freed: what was sent for it was refused.
fn refused() -> Record {
    record(freeing(), |run| {
        run.answer(0, refused_by_swr(400, "SWR.400012"));
        run.read(0, execution("InProgress"));
        run.answer(2, refused_by_swr(400, "SWR.400012"));
    })
}

/// A row of the list of policies.
fn policy(id: &str, name: &str, registry: &str) -> String {
    format!(
        r#"{{"id":{id},"name":"{name}","src_registry":{{"id":0}},"dest_registry":{{"id":{registry}}}}}"#
    )
}

fn page(rows: &[String], total: usize) -> Outcome {
    let rows = rows.join(",");
    let body = format!(r#"{{"policies":[{rows}],"total":{total}}}"#);
    Ok(enterprise(200, &body))
}

/// Everything as it was, and these pages of policies. Gives how many were asked for.
fn looked(record: &Record, pages: &[Outcome]) -> (LeftNow, usize) {
    let mut now = LeftNow::default();
    let there = [
        execution("InProgress"),
        policy_named("nightly", HARBOR),
        policy_over(HARBOR),
        registry_there(),
    ];
    for (left, outcome) in record.left().iter().zip(there) {
        now.add(&left.reads()[0], &outcome);
    }
    let mut lists = LeftDepends::of(&record.left());
    assert_eq!(lists.len(), 1, "one list for all registries of an instance");
    let mut pages = pages.iter();
    let mut asked = 0;
    while let (Some(_), Some(page)) = (lists[0].request(), pages.next()) {
        lists[0].add(&mut now, page);
        asked += 1;
    }
    assert!(lists[0].request().is_none(), "the list has ended");
    (now, asked)
}

fn sent(record: &Record, now: &LeftNow) -> Vec<String> {
    let stages = LeftPlan::of(&record.left(), now).stages.into_iter();
    stages.flatten().flat_map(|it| it.names).collect()
}

/// Why the registry is left alone.
fn why(record: &Record, now: &LeftNow) -> Option<LeftAlone> {
    let names = record.names();
    let plan = LeftPlan::of(&record.left(), now);
    let mut alone = plan.left_alone.into_iter();
    let registry = alone.find(|(subject, _)| names[subject] == "old-harbor");
    registry.map(|(_, why)| why)
}

fn planned() -> [String; 2] {
    [
        policy("21", "nightly", HARBOR),
        policy("22", "weekly", HARBOR),
    ]
}

#[test]
fn a_registry_that_only_the_planned_policies_use_is_deleted() {
    let record = refused();
    let [nightly, weekly] = planned();
    let elsewhere = policy("90", "theirs", "14");
    let (now, _) = looked(&record, &[page(&[nightly, weekly, elsewhere], 3)]);
    assert_eq!(
        sent(&record, &now),
        ["301", "nightly", "weekly", "old-harbor"]
    );
    assert!(now.sends_the_same(&looked(&record, &[page(&planned(), 2)]).0));
}

#[test]
fn a_registry_that_somebody_has_begun_to_use_stays_and_nothing_makes_way_for_it() {
    let record = refused();
    let theirs = policy("90", "theirs <b>", HARBOR);
    let unnamed = policy("0", "without an ID", HARBOR);
    let [nightly, weekly] = planned();
    let rows = [nightly, theirs, unnamed, weekly];
    let (now, _) = looked(&record, &[page(&rows, 4)]);
    assert_eq!(sent(&record, &now), [""; 0]);
    let both = ["theirs <b>", "without an ID"].map(str::to_owned).to_vec();
    assert_eq!(why(&record, &now), Some(LeftAlone::InUse(both)));
    // The person who is told of it looks again before anything is sent.
    let (same, _) = looked(&record, &[page(&planned(), 2)]);
    assert!(!now.sends_the_same(&same));
}

#[test]
fn another_one_that_uses_it_is_another_list_to_the_person() {
    let record = refused();
    let one = looked(&record, &[page(&[policy("90", "theirs", HARBOR)], 1)]).0;
    let other = looked(&record, &[page(&[policy("91", "others", HARBOR)], 1)]).0;
    assert!(one.sends_the_same(&one.clone()) && !one.sends_the_same(&other));
}

#[test]
fn all_pages_are_read_whatever_the_total_says() {
    let record = refused();
    let full: Vec<String> = (100..200)
        .map(|id| policy(&id.to_string(), "elsewhere", "14"))
        .collect();
    let theirs = page(&[policy("90", "theirs", HARBOR)], 0);
    let (now, asked) = looked(&record, &[page(&full, 0), theirs]);
    assert_eq!(asked, 2);
    let theirs = vec!["theirs".to_owned()];
    assert_eq!(why(&record, &now), Some(LeftAlone::InUse(theirs)));
}

#[test]
fn a_registry_stays_where_nobody_knows_who_uses_it() {
    let record = refused();
    let full: Vec<String> = (100..200)
        .map(|id| policy(&id.to_string(), "elsewhere", "14"))
        .collect();
    let endless: Vec<Outcome> = (0..200).map(|_| page(&full, 0)).collect();
    let unread = page(
        &[r#"{"id":90,"name":"theirs","src_registry":"x"}"#.to_owned()],
        1,
    );
    for pages in [vec![lost()], vec![unread], endless] {
        let (now, asked) = looked(&record, &pages);
        assert!(asked <= 100, "{asked}");
        assert_eq!(sent(&record, &now), [""; 0]);
        assert!(matches!(why(&record, &now), Some(LeftAlone::NotRead(_))));
    }
}

#[test]
fn what_is_gone_is_used_by_nobody_and_other_deletions_read_no_list() {
    let record = refused();
    let mut now = LeftNow::default();
    let left = record.left();
    now.add(&left[3].reads()[0], &gone());
    let mut lists = LeftDepends::of(&left);
    lists[0].add(&mut now, &lost());
    assert_eq!(why(&record, &now), None);
    let policies: Vec<_> = left[..3].to_vec();
    assert!(LeftDepends::of(&policies).is_empty());
}
