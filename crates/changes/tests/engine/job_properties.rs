//! What holds of jobs whatever happens, in any order: answers, polls, lost connections, reloads.

use std::collections::{BTreeMap, BTreeSet};

use changes::{CallId, CallState, Change, Command, Event, ItemId, ItemState, Sight, Step};
use cloud_api::{Mutation, Subject};
use proptest::prelude::*;

use crate::cloud::*;
use crate::image_shares::*;
use crate::under_way::under_way;

#[derive(Clone, Debug)]
enum Happening {
    Person(Event),
    /// What comes of whatever is under way.
    Comes(usize, usize),
    /// What comes too late, or of nothing.
    Stray(u32, usize, u8),
    /// The page is left, and another one reads what was kept.
    Reload,
}

fn outcomes() -> Vec<Outcome> {
    vec![
        job_begun(),
        job("RUNNING"),
        job("SUCCESS"),
        job_failed(),
        members([]),
        members([0]),
        members([0, 1]),
        members(0..100),
        members([1]),
        lost(),
        offline(),
        token_expired(),
        refused_by_ims(403, "IMG.0026"),
        refused_by_ims(400, "IMG.0067"),
        refused_by_ims(400, "IMG.0027"),
        refused_by_ims(500, "IMG.0001"),
        gateway_refusal(429, "APIGW.0308"),
        gateway_refusal(404, "APIGW.0101"),
        Ok(of_ims(204, "")),
        Ok(of_ims(200, "<html>")),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    let outcome = 0..outcomes().len();
    prop_oneof![
        1 => Just(Happening::Person(Event::Stop)),
        2 => Just(Happening::Person(Event::Retry)),
        2 => Just(Happening::Person(Event::SignedIn)),
        1 => Just(Happening::Person(Event::Sight(Sight::Hidden))),
        1 => Just(Happening::Person(Event::Sight(Sight::Seen))),
        4 => Just(Happening::Person(Event::Tick)),
        1 => Just(Happening::Reload),
        2 => (0..20_u32, outcome.clone(), 0..3_u8)
            .prop_map(|(call, index, what)| Happening::Stray(call, index, what)),
        16 => (0..8_usize, outcome).prop_map(|(which, index)| Happening::Comes(which, index)),
    ]
}

fn event_of(happening: &Happening, change: &Change) -> Event {
    let outcome = |index: usize| outcomes().swap_remove(index);
    match happening {
        Happening::Person(event) => event.clone(),
        Happening::Reload => Event::Resumed,
        Happening::Comes(which, index) => {
            let mut events = under_way(change, &outcome(*index));
            match events.is_empty() {
                true => Event::Tick,
                false => events.swap_remove(which % events.len()),
            }
        }
        Happening::Stray(call, index, what) => {
            let (call, outcome) = (CallId(*call), outcome(*index));
            match what {
                0 => Event::Answer { call, outcome },
                1 => Event::Polled { call, outcome },
                _ => Event::ReadBack { call, outcome },
            }
        }
    }
}

fn states(change: &Change) -> BTreeMap<ItemId, ItemState> {
    let items = change.items().iter();
    items.map(|(id, item)| (*id, item.state.clone())).collect()
}

/// How often each thing is sent.
fn sent(change: &Change, commands: &[Command]) -> Vec<Subject> {
    let sent = commands.iter().filter_map(|command| match command {
        Command::Send { call } => change.mutation(*call).map(Mutation::subjects),
        _ => None,
    });
    sent.flatten().collect()
}

fn check(
    before: &BTreeMap<ItemId, ItemState>,
    event: &Event,
    change: &Change,
    commands: &[Command],
) {
    let subjects = sent(change, commands);
    let once: BTreeSet<&Subject> = subjects.iter().collect();
    assert_eq!(once.len(), subjects.len(), "nothing is sent twice at once");
    let chosen: BTreeSet<&Subject> = change.items().values().map(|it| &it.subject).collect();
    assert!(once.is_subset(&chosen), "never what was not chosen");
    if matches!(
        event,
        Event::Resumed | Event::SignedIn | Event::Sight(_) | Event::Polled { .. }
    ) {
        let were_waiting = |id: &ItemId| before[id] == ItemState::Waiting;
        for (id, item) in change.items() {
            let is_sent = once.contains(&item.subject);
            assert!(!is_sent || were_waiting(id), "sent blindly after {event:?}");
        }
    }
    for (id, item) in change.items() {
        if once.contains(&item.subject) {
            let is_open = matches!(
                before[id],
                ItemState::InJob { .. } | ItemState::Unknown { .. } | ItemState::Done { .. }
            );
            let is_read = matches!(event, Event::ReadBack { .. });
            assert!(
                !is_open || is_read,
                "sent while nobody knows: {:?}",
                before[id]
            );
        }
    }
    let mut alive: BTreeMap<ItemId, u32> = BTreeMap::new();
    let (mut asked, mut on_their_way) = (0, 0);
    for call in change.calls().values() {
        match &call.state {
            CallState::Sent => on_their_way += 1,
            CallState::Following(polling) => asked += u32::from(polling.step == Step::Reading),
            CallState::Checking(check) => asked += u32::from(check.step == Step::Reading),
            CallState::Planned => {}
            CallState::Settled | CallState::Withdrawn => continue,
        }
        for item in &call.items {
            *alive.entry(*item).or_default() += 1;
        }
    }
    assert!(asked <= 4 && on_their_way <= 4, "at most four at once");
    assert!(
        alive.values().all(|calls| *calls == 1),
        "one live call for each share"
    );
    for (id, item) in change.items() {
        match &item.state {
            ItemState::Waiting
            | ItemState::Running
            | ItemState::InJob { .. }
            | ItemState::Unknown { .. } => assert!(alive.contains_key(id), "{id:?} is lost"),
            _ => {}
        }
    }
}

/// A cloud that does what it is told, and answers well.
struct Cloud {
    shares: BTreeSet<Subject>,
}

impl Cloud {
    fn settle(&mut self, run: &mut Run) {
        for _ in 0..200 {
            run.now = run.now.plus_milliseconds(60_000);
            run.event(Event::SignedIn);
            let calls: Vec<(CallId, changes::Call)> = run
                .change
                .calls()
                .iter()
                .map(|(id, call)| (*id, call.clone()))
                .collect();
            for (id, call) in calls {
                self.answer(run, id, &call);
            }
            if run.change.is_settled() {
                return;
            }
        }
    }

    fn answer(&mut self, run: &mut Run, id: CallId, call: &changes::Call) {
        match &call.state {
            CallState::Sent => {
                for subject in call.mutation.subjects() {
                    self.shares.remove(&subject);
                }
                let outcome = match call.mutation {
                    Mutation::DeleteMember(_) => Ok(of_ims(204, "")),
                    _ => job_begun(),
                };
                run.answer(id.0, outcome);
            }
            CallState::Following(polling) if polling.step == Step::Reading => {
                run.polled(id.0, job("SUCCESS"));
            }
            CallState::Checking(check) if check.step == Step::Reading => {
                let of = call.mutation.subjects().remove(0).of;
                let left = self.shares.iter().filter(|share| share.of == of);
                let number = |share: &Subject| {
                    (0..4).find(|it| share.id.ends_with(&project(*it).to_string()))
                };
                run.read(id.0, members(left.filter_map(number)));
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_doubled_or_sent_blindly(
        happenings in prop::collection::vec((happening(), 0..12_000_i64), 0..60),
    ) {
        let mut run = Run::confirmed(stop(3, 2));
        for (happening, passed) in &happenings {
            run.now = run.now.plus_milliseconds(*passed);
            let record = serde_json::to_string(&run.change).unwrap();
            let mut restored: Change = serde_json::from_str(&record).unwrap();
            prop_assert_eq!(&restored, &run.change);
            let event = event_of(happening, &run.change);
            let before = states(&run.change);
            run.event(event.clone());
            check(&before, &event, &run.change, &run.commands);
            prop_assert_eq!(&restored.handle(event, run.now), &run.commands);
            prop_assert_eq!(&restored, &run.change);
        }
    }

    #[test]
    fn a_cloud_that_answers_well_in_the_end_leaves_no_share(
        happenings in prop::collection::vec((happening(), 0..12_000_i64), 0..40),
    ) {
        let mut run = Run::confirmed(stop(3, 2));
        let shares = run.change.items().values().map(|it| it.subject.clone()).collect();
        let mut cloud = Cloud { shares };
        for (happening, passed) in &happenings {
            run.now = run.now.plus_milliseconds(*passed);
            let event = event_of(happening, &run.change);
            run.event(event);
        }
        for _ in 0..20 {
            cloud.settle(&mut run);
            if run.change.is_settled() && !run.change.needs_retry() {
                break;
            }
            run.event(Event::Retry);
        }
        prop_assert_eq!(run.change.progress().done, 6);
    }

    #[test]
    fn polls_are_never_closer_together_than_planned_nor_further_than_half_a_minute(
        sights in prop::collection::vec(any::<bool>(), 1..30),
    ) {
        let mut run = Run::confirmed(stop(1, 1));
        run.answer(0, job_begun());
        let planned = [1_000, 2_000, 3_000];
        for (index, is_hidden) in sights.into_iter().enumerate() {
            let begun = run.now;
            let sight = if is_hidden { Sight::Hidden } else { Sight::Seen };
            run.event(Event::Sight(sight));
            while run.polls().is_empty() {
                run.now = run.now.plus_milliseconds(500);
                run.event(Event::Tick);
            }
            let waited = run.now.milliseconds_since(begun);
            let usual = planned.get(index).copied().unwrap_or(5_000);
            let expected = if is_hidden { 30_000 } else { usual };
            prop_assert_eq!(waited, expected);
            run.polled(0, job("RUNNING"));
            if run.polls().is_empty() && !run.reads().is_empty() {
                break;
            }
        }
    }
}
