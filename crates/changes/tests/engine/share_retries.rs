//! What is left of shares: sent again in the fewest calls, looked at anew, taken back.

use std::collections::BTreeSet;

use changes::{Event, LeftAs, LeftNow, LeftPlan, LookedAt, Record};
use cloud_api::{Loss, Mutation, Subject};

use crate::cloud::*;
use crate::image_shares::*;

/// Three images stopped for four projects; of these shares the service has left some.
fn left(left: &'static [(u32, u32)]) -> impl FnOnce(&mut Run) {
    move |run| {
        run.answer(0, job_begun());
        run.wake();
        run.polled(0, job("SUCCESS"));
        let of = |image: u32| {
            let left = left.iter().filter(move |(of, _)| *of == image);
            members(left.map(|(_, with)| *with))
        };
        for _ in 0..4 {
            for call in run.reads() {
                run.read(call, of(call - 1));
            }
            if run.change.is_settled() {
                break;
            }
            run.now = run.now.plus_milliseconds(10_000);
            run.event(Event::Tick);
        }
        assert!(run.change.is_settled());
    }
}

fn shares(of: impl IntoIterator<Item = (u32, u32)>) -> BTreeSet<Subject> {
    of.into_iter().map(|(of, with)| share(of, with)).collect()
}

#[test]
fn retry_sends_the_one_share_that_is_left_and_no_other() {
    let mut run = Run::confirmed(stop(3, 4));
    left(&[(1, 2)])(&mut run);
    assert_eq!(run.change.progress().verified, 11);
    run.event(Event::Retry);
    assert_eq!(run.sent(), [4]);
    assert_eq!(run.shares_on(4), shares([(1, 2)]));
}

#[test]
fn what_is_left_and_is_no_rectangle_is_sent_in_the_fewest_calls() {
    let mut run = Run::confirmed(stop(3, 4));
    left(&[(0, 0), (1, 0), (1, 1), (2, 0)])(&mut run);
    run.event(Event::Retry);
    let sent = run.sent();
    assert_eq!(sent.len(), 2);
    let all: BTreeSet<Subject> = sent.iter().flat_map(|it| run.shares_on(*it)).collect();
    assert_eq!(all, shares([(0, 0), (1, 0), (1, 1), (2, 0)]));
}

#[test]
fn after_a_retry_the_new_calls_answer_for_what_they_cover() {
    let mut run = Run::confirmed(stop(3, 4));
    left(&[(1, 2)])(&mut run);
    run.event(Event::Retry);
    run.answer(4, job_begun());
    run.wake();
    run.polled(4, job("SUCCESS"));
    run.read(4, members([]));
    assert_eq!(run.change.progress().verified, 12);
    assert!(run.change.is_settled());
}

fn restored(record: &Record) -> Record {
    let text = serde_json::to_string(record).unwrap();
    let mut record: Record = serde_json::from_str(&text).unwrap();
    record.change.handle(Event::Resumed, START);
    record
}

#[test]
fn what_is_left_of_a_restored_change_is_looked_at_image_by_image() {
    let record = restored(&record(stop(3, 4), left(&[(0, 0), (1, 1), (1, 2)])));
    let all = record.left();
    let reads: Vec<_> = all.iter().flat_map(changes::Left::reads).collect();
    let mut paths: Vec<String> = reads
        .iter()
        .map(|read| read.request().path_and_query())
        .collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), 2);
    let mut now = LeftNow::default();
    for read in &reads {
        let is_first = read.request().path_and_query().contains("image-0");
        let next = now.add(read, &members(100..200));
        assert!(next.is_some(), "a full page goes on");
        let found = if is_first { vec![] } else { vec![1, 2] };
        assert_eq!(now.add(read, &members(found)), None);
    }
    let stages = LeftPlan::of(&all, &now).stages;
    let sent = stages
        .iter()
        .flatten()
        .flat_map(|it| it.mutation.subjects());
    assert_eq!(sent.collect::<BTreeSet<_>>(), shares([(1, 1), (1, 2)]));
}

#[test]
fn an_undo_shares_again_what_was_stopped_and_says_once_what_it_does_not_bring_back() {
    let record = record(stop(3, 4), left(&[(1, 2)]));
    let undo = record.undo().unwrap();
    assert_eq!(undo.lost, [Loss::AcceptedShares]);
    let writes: Vec<&Mutation> = undo
        .stages
        .iter()
        .flatten()
        .map(|it| &it.mutation)
        .collect();
    let all = writes.iter().flat_map(|it| it.subjects());
    let all: Vec<Subject> = all.collect();
    assert_eq!(all.len(), 11);
    assert!(!all.contains(&share(1, 2)));
    assert_eq!(writes.len(), 2);
    assert_eq!(undo.takes_back.len(), 11);
    assert!(
        writes
            .iter()
            .all(|it| matches!(it, Mutation::AddMembers(_)))
    );
    assert_eq!(undo.stages.len(), 1, "none waits for another");
}

#[test]
fn an_undo_of_sharing_leaves_alone_what_somebody_has_stopped_since() {
    let record = record(begin(2, 2), |run| {
        run.answer(0, job_begun());
        run.wake();
        run.polled(0, job("SUCCESS"));
        run.read(1, members([0, 1]));
        run.read(2, members([0, 1]));
    });
    let mut looked = LookedAt::default();
    for look in record.undo_looks() {
        let is_first = look.request().path_and_query().contains("image-0");
        let found = if is_first { vec![0, 1] } else { vec![1] };
        assert_eq!(looked.add(&look, &members(found)), None);
    }
    let left_alone: Vec<_> = looked.left_alone().collect();
    assert_eq!(left_alone, [(&share(1, 0), &LeftAs::Changed)]);
    let undo = record.undo_of(&looked);
    let all = undo.stages.iter().flatten();
    let all = all.flat_map(|it| it.mutation.subjects());
    assert_eq!(
        all.collect::<BTreeSet<_>>(),
        shares([(0, 0), (0, 1), (1, 1)])
    );
}
