//! What holds of freeing a registry whatever happens, in any order: nothing begins before what it waits for
//! is done, in this page or in one that goes on after a reload.

use changes::{Change, Command, Event, ItemState, LeftNow, LeftPlan, Record};
use cloud_api::Mutation;
use proptest::prelude::*;

use crate::cloud::*;
use crate::replication::*;
use crate::under_way::under_way;

fn outcomes() -> Vec<Outcome> {
    vec![
        accepted(),
        no_content(),
        gone(),
        execution("InProgress"),
        execution("Stopped"),
        execution("Succeed"),
        policy_over(HARBOR),
        policy_over(OTHER),
        registry_there(),
        lost(),
        offline(),
        token_expired(),
        refused_by_swr(400, "SWR.400012"),
        refused_by_swr(403, "SWR.403001"),
        refused_by_swr(500, "SWR.500001"),
        gateway_refusal(429, "APIGW.0308"),
        Ok(enterprise(200, "<html>")),
    ]
}

#[derive(Clone, Debug)]
enum Happening {
    Comes(usize, usize),
    Person(u8),
    /// The page is left, another one reads what was kept, looks and goes on.
    GoesOnAfterReload(usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    let outcome = 0..outcomes().len();
    prop_oneof![
        12 => (0..4_usize, outcome.clone()).prop_map(|(which, it)| Happening::Comes(which, it)),
        5 => (0..4_u8).prop_map(Happening::Person),
        1 => outcome.prop_map(Happening::GoesOnAfterReload),
    ]
}

/// Whether a write is sent only once another one is done.
fn waits_for(write: &Mutation, other: &Mutation) -> bool {
    match write {
        Mutation::DeletePolicy(_) => matches!(other, Mutation::StopExecution(_)),
        Mutation::DeleteRegistry(_) => !matches!(other, Mutation::DeleteRegistry(_)),
        _ => false,
    }
}

/// Nothing is sent while something that it waits for is not as it was wanted.
fn check(change: &Change, commands: &[Command]) {
    for command in commands {
        let Command::Send { call } = command else {
            continue;
        };
        let sent = change.mutation(*call).unwrap();
        for item in change.items().values() {
            let other = change.mutation(item.planned_in).unwrap();
            assert!(
                !waits_for(sent, other) || item.state.is_done(),
                "{:?} of {other:?} before {sent:?}",
                item.state
            );
        }
    }
}

/// Goes on as another page does: what is left is looked at and confirmed anew.
fn after_reload(record: &Record, outcome: &Outcome) -> Option<Record> {
    let left = record.left();
    let mut now = LeftNow::default();
    for read in left.iter().flat_map(|left| left.reads()) {
        now.add(&read, outcome);
    }
    let stages = LeftPlan::of(&left, &now).stages;
    let plan = Record::plan(changes::ChangeId(8), scope(), START, stages);
    plan.ok()
}

proptest! {
    #[test]
    fn nothing_begins_before_what_it_waits_for_is_done(
        happenings in prop::collection::vec(happening(), 1..80),
    ) {
        let mut record = Record::plan(changes::ChangeId(7), scope(), START, freeing()).unwrap();
        let mut now = START;
        let commands = record.change.handle(Event::Confirmed, now);
        check(&record.change, &commands);
        for happening in happenings {
            now = now.plus_milliseconds(5_000);
            let event = match happening {
                Happening::Person(0) => Event::Stop,
                Happening::Person(1) => Event::Retry,
                Happening::Person(2) => Event::SignedIn,
                Happening::Person(_) => Event::Tick,
                Happening::Comes(which, index) => {
                    let outcome = outcomes().swap_remove(index);
                    let mut events = under_way(&record.change, &outcome);
                    match events.is_empty() {
                        true => Event::Tick,
                        false => events.swap_remove(which % events.len()),
                    }
                }
                Happening::GoesOnAfterReload(index) => {
                    let text = serde_json::to_string(&record).unwrap();
                    record = serde_json::from_str(&text).unwrap();
                    let sent = record.change.handle(Event::Resumed, now);
                    let is_send = |it: &Command| matches!(it, Command::Send { .. });
                    prop_assert!(!sent.iter().any(is_send));
                    match after_reload(&record, &outcomes().swap_remove(index)) {
                        Some(next) => record = next,
                        None => continue,
                    }
                    Event::Confirmed
                }
            };
            let commands = record.change.handle(event, now);
            check(&record.change, &commands);
        }
    }

    /// However often a page is left in between, a cloud that does what it is asked frees the registry.
    #[test]
    fn a_cloud_that_does_what_it_is_asked_frees_the_registry(
        reloads in prop::collection::vec(any::<bool>(), 0..40),
    ) {
        let mut record = Record::plan(changes::ChangeId(7), scope(), START, freeing()).unwrap();
        let mut now = START;
        record.change.handle(Event::Confirmed, now);
        let (mut reloads, mut done) = (reloads.into_iter(), [false; 4]);
        for _ in 0..200 {
            now = now.plus_milliseconds(5_000);
            if reloads.next() == Some(true) {
                record.change.handle(Event::Resumed, now);
                record.change.handle(Event::SignedIn, now);
            }
            let under_way = under_way(&record.change, &accepted());
            let Some(event) = under_way.into_iter().next() else {
                if record.change.is_settled() {
                    let Some(next) = resumed(&record, done) else { break };
                    record = next;
                    record.change.handle(Event::Confirmed, now);
                } else {
                    record.change.handle(Event::Tick, now);
                }
                continue;
            };
            let event = match event {
                Event::Answer { call, .. } => {
                    let place = record.change.mutation(call).map(place).unwrap_or_default();
                    done[place] = true;
                    Event::Answer { call, outcome: accepted() }
                }
                Event::ReadBack { call, .. } => {
                    let place = record.change.mutation(call).map(place).unwrap_or_default();
                    Event::ReadBack { call, outcome: shown(place, done[place]) }
                }
                other => other,
            };
            let commands = record.change.handle(event, now);
            check(&record.change, &commands);
        }
        prop_assert!(record.change.is_settled());
        prop_assert_eq!(done, [true; 4]);
    }
}

fn place(mutation: &Mutation) -> usize {
    match mutation {
        Mutation::StopExecution(_) => 0,
        Mutation::DeletePolicy(_) => 1,
        Mutation::UpdatePolicy(_) => 2,
        _ => 3,
    }
}

/// What a read shows of a thing before and after its write.
fn shown(place: usize, is_done: bool) -> Outcome {
    match (place, is_done) {
        (0, false) => execution("InProgress"),
        (0, true) => execution("Stopped"),
        (1, false) => policy_named("nightly", HARBOR),
        (2, false) => policy_over(HARBOR),
        (2, true) => policy_over(OTHER),
        (3, false) => registry_there(),
        (_, _) => gone(),
    }
}

/// What another page makes of what is left.
fn resumed(record: &Record, done: [bool; 4]) -> Option<Record> {
    let left = record.left();
    let mut now = LeftNow::default();
    for read in left.iter().flat_map(|left| left.reads()) {
        let path = read.request().path();
        let place = match &*path {
            path if path.contains("executions") => 0,
            path if path.ends_with("/21") => 1,
            path if path.ends_with("/22") => 2,
            _ => 3,
        };
        now.add(&read, &shown(place, done[place]));
    }
    Record::plan(
        changes::ChangeId(8),
        scope(),
        START,
        LeftPlan::of(&left, &now).stages,
    )
    .ok()
}

#[test]
fn an_item_that_waits_for_an_earlier_stage_is_never_sent_by_a_reload() {
    let mut record = Record::plan(changes::ChangeId(7), scope(), START, freeing()).unwrap();
    record.change.handle(Event::Confirmed, START);
    record.change.handle(Event::Resumed, START);
    let states: Vec<&ItemState> = record.change.items().values().map(|it| &it.state).collect();
    for sent in [0, 2] {
        assert!(matches!(states[sent], ItemState::Unknown { .. }), "{sent}");
    }
    for waits in [1, 3] {
        assert_eq!(*states[waits], ItemState::Stopped, "{waits}");
    }
}
