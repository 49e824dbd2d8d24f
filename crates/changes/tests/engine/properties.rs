//! What holds whatever happens.

use std::collections::BTreeMap;

use changes::{CallId, CallState, Change, Command, Event, ItemId, ItemState, PlannedWrite};
use proptest::prelude::*;

use crate::cloud::*;

/// One event, without knowing which calls there are.
#[derive(Clone, Debug)]
enum Happening {
    Person(Event),
    Answer(u32, usize),
    ReadBack(u32, usize),
    /// Answers whatever is under way, so that runs get far.
    AnswerNext(usize),
    ReadNext(usize),
}

fn outcomes() -> Vec<Outcome> {
    vec![
        no_content(),
        not_found(),
        refusal(400, "SVCSTG.SWR.4000014"),
        server_fault(),
        lost(),
        no_right(),
        token_expired(),
        offline(),
        gateway_refusal(429, "APIGW.0308"),
        grants(&[]),
        grants(&[BEN]),
        grants(&[ANNA, BEN, CARLA]),
        is_public(false),
        is_public(true),
        Ok(response(302, "")),
        refusal(409, "SVCSTG.SWR.4090023"),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    let outcome = 0..outcomes().len();
    prop_oneof![
        1 => Just(Happening::Person(Event::Confirmed)),
        1 => Just(Happening::Person(Event::Stop)),
        2 => Just(Happening::Person(Event::Retry)),
        1 => Just(Happening::Person(Event::SignedIn)),
        4 => Just(Happening::Person(Event::Tick)),
        2 => (0..12_u32, outcome.clone()).prop_map(|(call, index)| Happening::Answer(call, index)),
        2 => (0..12_u32, outcome.clone()).prop_map(|(call, index)| Happening::ReadBack(call, index)),
        8 => outcome.clone().prop_map(Happening::AnswerNext),
        8 => outcome.prop_map(Happening::ReadNext),
    ]
}

fn stages() -> Vec<Vec<PlannedWrite>> {
    let others = ["b", "c", "d", "e"].iter().map(|name| cancel(name, &[BEN]));
    vec![
        vec![make_private("shop/api")],
        std::iter::once(cancel("shop/api", &[ANNA, BEN, CARLA]))
            .chain(others)
            .collect(),
        vec![add("f", &[BEN, CARLA])],
    ]
}

fn under_way(change: &Change, reading: bool) -> u32 {
    let found = change.calls().iter().find(|(_, call)| match &call.state {
        CallState::Sent => !reading,
        CallState::Checking(check) => reading && check.step == changes::Step::Reading,
        CallState::Planned
        | CallState::Following(_)
        | CallState::Settled
        | CallState::Withdrawn => false,
    });
    found.map_or(0, |(id, _)| id.0)
}

fn event_of(happening: Happening, change: &Change) -> Event {
    let outcome = |index: usize| outcomes().swap_remove(index);
    match happening {
        Happening::Person(event) => event,
        Happening::Answer(call, index) => Event::Answer {
            call: CallId(call),
            outcome: outcome(index),
        },
        Happening::ReadBack(call, index) => Event::ReadBack {
            call: CallId(call),
            outcome: outcome(index),
        },
        Happening::AnswerNext(index) => Event::Answer {
            call: CallId(under_way(change, false)),
            outcome: outcome(index),
        },
        Happening::ReadNext(index) => Event::ReadBack {
            call: CallId(under_way(change, true)),
            outcome: outcome(index),
        },
    }
}

/// Checks one step: what was asked for and what the items are now.
fn check(
    before: &BTreeMap<ItemId, ItemState>,
    event: &Event,
    change: &Change,
    commands: &[Command],
) {
    for (index, command) in commands.iter().enumerate() {
        let Command::Send { call } = command else {
            continue;
        };
        assert_eq!(
            commands[index - 1],
            Command::Save,
            "saved directly before sending"
        );
        let call = &change.calls()[call];
        assert!(call.mutation.request().is_ok());
        for item in &call.items {
            assert!(!before[item].is_done(), "never sends what is done");
            let now_waiting = change.waits_until();
            assert_eq!(now_waiting, None, "nothing is sent while the service rests");
            let unclear = matches!(before[item], ItemState::Unknown { .. });
            let refused = matches!(event, Event::ReadBack { .. });
            assert!(!unclear || refused, "never sends what is unknown");
        }
    }
    check_others_go_on(before, event, change);
    let mut covered: BTreeMap<ItemId, u32> = BTreeMap::new();
    let mut sent = 0;
    for call in change.calls().values() {
        match call.state {
            CallState::Sent => sent += 1,
            CallState::Planned | CallState::Following(_) | CallState::Checking(_) => {}
            CallState::Settled | CallState::Withdrawn => continue,
        }
        for item in &call.items {
            *covered.entry(*item).or_default() += 1;
        }
    }
    assert!(sent <= 4, "at most four in flight");
    assert!(
        covered.values().all(|calls| *calls == 1),
        "one live call for each item"
    );
    for (id, item) in change.items() {
        let alive = covered.contains_key(id);
        match item.state {
            ItemState::Waiting
            | ItemState::Running
            | ItemState::InJob { .. }
            | ItemState::Unknown { .. } => {
                assert!(alive, "something goes on for {id:?}");
            }
            ItemState::Failed(_) | ItemState::Stopped => assert!(!alive || !change.is_settled()),
            ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {}
        }
    }
    let progress = change.progress();
    let sum = progress.done
        + progress.failed
        + progress.unknown
        + progress.running
        + progress.working
        + progress.waiting
        + progress.stopped;
    assert_eq!(sum, progress.total);
}

/// A right that is lacking in one place stops nothing of the same stage in another.
fn check_others_go_on(before: &BTreeMap<ItemId, ItemState>, event: &Event, change: &Change) {
    let Event::Answer {
        call,
        outcome: Ok(response),
    } = event
    else {
        return;
    };
    let Some(refused) = change.calls().get(call).filter(|_| response.status == 403) else {
        return;
    };
    let place = &change.items()[&refused.items[0]].subject;
    for call in change.calls().values() {
        for item in &call.items {
            let is_other = !change.items()[item].subject.same_owner(place);
            let is_stopped = change.items()[item].state == ItemState::Stopped;
            let was_stopped = before[item] == ItemState::Stopped;
            let same_stage = call.stage == refused.stage;
            assert!(!(same_stage && is_other && is_stopped && !was_stopped));
        }
    }
}

fn states(change: &Change) -> BTreeMap<ItemId, ItemState> {
    change
        .items()
        .iter()
        .map(|(id, item)| (*id, item.state.clone()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold_and_a_record_goes_on_alike(
        happenings in prop::collection::vec((happening(), 0..6_000_i64), 0..60),
    ) {
        let mut run = Run::proposed(stages());
        for (happening, passed) in happenings {
            run.now = run.now.plus_milliseconds(passed);
            let event = event_of(happening, &run.change);
            let record = serde_json::to_string(&run.change).unwrap();
            let mut restored: Change = serde_json::from_str(&record).unwrap();
            prop_assert_eq!(&restored, &run.change);
            let before = states(&run.change);
            run.event(event.clone());
            check(&before, &event, &run.change, &run.commands);
            prop_assert_eq!(&restored.handle(event, run.now), &run.commands);
            prop_assert_eq!(&restored, &run.change);
        }
    }

    #[test]
    fn a_cloud_that_answers_well_in_the_end_leaves_nothing_undone(
        happenings in prop::collection::vec((happening(), 0..6_000_i64), 0..40),
    ) {
        let mut run = Run::proposed(stages());
        for (happening, passed) in happenings {
            run.now = run.now.plus_milliseconds(passed);
            let event = event_of(happening, &run.change);
            run.event(event);
        }
        run.event(Event::Confirmed);
        for _ in 0..100 {
            if run.change.is_settled() && !run.change.needs_retry() {
                break;
            }
            settle(&mut run);
            if run.change.needs_retry() {
                run.event(Event::Retry);
            }
        }
        prop_assert_eq!(run.change.progress().done, run.change.progress().total);
    }
}

/// Answers everything that is under way the way a healthy cloud would, until nothing moves.
fn settle(run: &mut Run) {
    for _ in 0..100 {
        run.now = run.now.plus_milliseconds(60_000);
        run.event(Event::Tick);
        let calls: Vec<(CallId, CallState, &'static str)> = run
            .change
            .calls()
            .iter()
            .map(|(id, call)| (*id, call.state.clone(), kind(&call.mutation)))
            .collect();
        for (id, state, kind) in calls {
            match state {
                CallState::Sent => {
                    run.answer(id.0, no_content());
                }
                CallState::Checking(_) => {
                    let list = match kind {
                        "visibility" => is_public(false),
                        "add" => grants(&[BEN, CARLA]),
                        _ => grants(&[]),
                    };
                    run.read(id.0, list);
                }
                CallState::Planned
                | CallState::Following(_)
                | CallState::Settled
                | CallState::Withdrawn => {}
            }
        }
        if run.change.is_settled() {
            return;
        }
    }
}

fn kind(mutation: &cloud_api::Mutation) -> &'static str {
    match mutation {
        cloud_api::Mutation::UpdateRepository(_) => "visibility",
        cloud_api::Mutation::GrantAccess(_) => "add",
        _ => "cancel",
    }
}
