//! Several tabs of one person, and one change.

use std::collections::VecDeque;

use changes::{
    CallId, CallState, Command, Event, Holding, ItemState, Phase, Purpose, Record, Step,
    TabCommand, TabEvent,
};
use cloud_api::Timestamp;
use proptest::prelude::*;

use crate::cloud::*;

/// One tab's copy.
struct Tab {
    record: Record,
    holding: Holding,
}

/// The tabs, what the browser keeps, and who has the lock or waits for it.
struct Browser {
    tabs: Vec<Option<Tab>>,
    kept: Option<Record>,
    lock: VecDeque<usize>,
    now: Timestamp,
    /// What was sent, by which tab.
    sent: Vec<(usize, CallId)>,
}

impl Browser {
    /// One tab in which a change was confirmed.
    fn confirmed() -> Self {
        let stages = vec![vec![
            cancel("a", &[ANNA, BEN, CARLA]),
            cancel("b", &[BEN]),
            cancel("c", &[BEN]),
            cancel("d", &[BEN]),
            cancel("e", &[BEN]),
            cancel("f", &[BEN]),
        ]];
        let mut browser = Self {
            tabs: Vec::new(),
            kept: None,
            lock: VecDeque::new(),
            now: START,
            sent: Vec::new(),
        };
        let record = Record::plan(changes::ChangeId(7), scope(), START, stages).unwrap();
        let holding = Holding::Free;
        browser.tabs.push(Some(Tab { record, holding }));
        browser.event(0, Event::Confirmed);
        browser
    }

    fn event(&mut self, tab: usize, event: Event) {
        self.apply(tab, TabEvent::Change(event));
    }

    fn apply(&mut self, number: usize, event: TabEvent) {
        let Some(Some(tab)) = self.tabs.get_mut(number) else {
            return;
        };
        let commands = tab.holding.handle(&mut tab.record, event, self.now);
        let record = tab.record.clone();
        for command in commands {
            let holds = self.lock.front() == Some(&number);
            match command {
                TabCommand::Ask => self.lock.push_back(number),
                TabCommand::GiveBack => {
                    if holds && record.change.phase() != Phase::Proposed {
                        self.kept = Some(record.clone());
                    }
                    self.lock.retain(|other| *other != number);
                }
                TabCommand::TakeIn => {}
                TabCommand::CarryOut(Command::Save) => self.kept = Some(record.clone()),
                TabCommand::CarryOut(Command::Send { call }) => {
                    assert!(holds, "only who has the change sends");
                    self.sent.push((number, call));
                }
                TabCommand::CarryOut(Command::ReadBack { .. } | Command::Poll { .. }) => {
                    assert!(holds, "only who has the change reads back");
                }
                TabCommand::CarryOut(Command::Wake { .. }) => {}
            }
        }
    }

    /// The lock comes to whoever is the first to wait for it.
    fn grant(&mut self) {
        if let Some(first) = self.lock.front().copied() {
            let kept = self.kept.clone().map(Box::new);
            self.apply(first, TabEvent::Granted(kept));
        }
    }

    fn open(&mut self) {
        let Some(record) = self.kept.clone() else {
            return;
        };
        let holding = Holding::Free;
        self.tabs.push(Some(Tab { record, holding }));
        self.look_again(self.tabs.len() - 1);
    }

    fn look_again(&mut self, tab: usize) {
        if let Some(kept) = self.kept.clone() {
            self.apply(tab, TabEvent::Found(Box::new(kept)));
        }
    }

    fn close(&mut self, tab: usize) {
        self.tabs[tab] = None;
        self.lock.retain(|other| *other != tab);
    }

    /// Answers the first request of a tab that is under way.
    fn answer(&mut self, number: usize, outcome: Outcome) {
        let Some(Some(tab)) = self.tabs.get(number) else {
            return;
        };
        let mut calls = tab.record.change.calls().iter();
        let event = calls.find_map(|(call, it)| match &it.state {
            CallState::Sent => Some(Event::Answer {
                call: *call,
                outcome: outcome.clone(),
            }),
            CallState::Checking(check) if check.step == Step::Reading => Some(Event::ReadBack {
                call: *call,
                outcome: outcome.clone(),
            }),
            _ => None,
        });
        if let Some(Event::Answer { call, .. }) = &event
            && outcome.is_ok_and(|answer| answer.status == 429)
        {
            // What came too soon was surely not applied, and is sent again by itself.
            self.sent.retain(|(_, sent)| sent != call);
        }
        if let Some(event) = event {
            self.event(number, event);
        }
    }

    fn holding(&self, tab: usize) -> Holding {
        self.tabs[tab].as_ref().unwrap().holding
    }

    fn check(&self) {
        let tabs = self.tabs.iter().flatten();
        let has = |tab: &&Tab| matches!(tab.holding, Holding::Held | Holding::Leaving);
        assert!(tabs.filter(has).count() <= 1, "one at most goes on");
        let mut calls: Vec<CallId> = self.sent.iter().map(|(_, call)| *call).collect();
        calls.sort_unstable();
        calls.dedup();
        assert_eq!(calls.len(), self.sent.len(), "nothing is sent twice");
        let by = self.sent.iter().map(|(tab, _)| *tab);
        assert!(
            by.clone().all(|tab| tab == 0),
            "sent where it was confirmed"
        );
    }
}

#[test]
fn nothing_is_sent_before_the_tab_has_the_change() {
    let mut browser = Browser::confirmed();
    assert_eq!(browser.holding(0), Holding::Asked(Purpose::Send));
    assert_eq!((browser.sent.len(), browser.kept.is_some()), (0, false));
    browser.grant();
    assert_eq!(browser.sent.len(), 4);
}

#[test]
fn a_second_tab_shows_what_the_first_is_sending_as_that() {
    let mut browser = Browser::confirmed();
    browser.grant();
    browser.open();
    assert!(browser.holding(1).is_others());
    let shown = &browser.tabs[1].as_ref().unwrap().record;
    assert_eq!(Some(shown), browser.kept.as_ref());
    let states: Vec<&ItemState> = shown.change.items().values().map(|it| &it.state).collect();
    assert!(!states.contains(&&ItemState::Stopped), "{states:?}");
    // It reads nothing, not even when there is a new credential or a person asks.
    browser.event(1, Event::SignedIn);
    browser.event(1, Event::Retry);
    browser.event(1, Event::Tick);
    browser.check();
}

#[test]
fn when_the_first_ends_one_other_reads_back_and_sends_nothing() {
    let mut browser = Browser::confirmed();
    browser.grant();
    browser.open();
    browser.open();
    browser.close(0);
    browser.grant();
    assert_eq!(browser.holding(1), Holding::Held);
    assert!(browser.holding(2).is_others());
    while browser.holding(1) == Holding::Held {
        browser.answer(1, grants(&[]));
    }
    assert_eq!(browser.sent.len(), 4);
    let kept = browser.kept.as_ref().unwrap().change.progress();
    assert_eq!((kept.verified, kept.stopped), (6, 2));
    // The third is told of the end and has nothing to do.
    browser.grant();
    assert_eq!(browser.holding(2), Holding::Free);
    assert_eq!(
        Some(&browser.tabs[2].as_ref().unwrap().record),
        browser.kept.as_ref()
    );
}

#[test]
fn what_another_tab_has_sent_anew_meanwhile_is_not_sent_again_by_retry() {
    let mut browser = Browser::confirmed();
    browser.grant();
    browser.event(0, Event::Stop);
    for _ in 0..8 {
        browser.answer(0, no_right());
    }
    assert_eq!(browser.holding(0), Holding::Free);
    let mut elsewhere = browser.kept.clone().unwrap();
    let left = elsewhere.left();
    elsewhere.note_sent_anew(&left, &changes::LeftNow::default());
    browser.kept = Some(elsewhere);
    let before = browser.sent.len();
    browser.event(0, Event::Retry);
    browser.grant();
    assert_eq!(browser.sent.len(), before);
    assert!(browser.tabs[0].as_ref().unwrap().record.is_sent_anew());
    // As it was shown it is sent.
    browser.event(0, Event::Retry);
    browser.grant();
    assert!(browser.sent.len() > before);
}

#[test]
fn a_tab_whose_person_has_left_hears_its_answers_and_gives_the_change_back() {
    let mut browser = Browser::confirmed();
    browser.grant();
    browser.open();
    browser.apply(0, TabEvent::Left);
    assert_eq!(browser.holding(0), Holding::Leaving);
    for _ in 0..4 {
        assert_eq!(browser.holding(0), Holding::Leaving);
        browser.answer(0, no_right());
    }
    assert_eq!(browser.holding(0), Holding::Free);
    assert_eq!(browser.sent.len(), 4);
}

#[test]
fn a_tab_that_has_lost_its_change_takes_in_no_late_answer() {
    let mut browser = Browser::confirmed();
    browser.grant();
    browser.apply(0, TabEvent::Lost);
    let shown = browser.tabs[0].as_ref().unwrap().record.clone();
    browser.answer(0, no_content());
    assert_eq!(browser.tabs[0].as_ref().unwrap().record, shown);
    assert!(browser.holding(0).is_others());
}

/// Something that happens to one of the tabs.
#[derive(Clone, Debug)]
enum Happening {
    Opens,
    Closes(usize),
    Granted,
    /// A message arrives; one that is not here is lost.
    LooksAgain(usize),
    Answered(usize, usize),
    Passes(usize),
    Person(usize, Event),
    Leaves(usize),
    Loses(usize),
}

fn outcomes() -> [Outcome; 8] {
    [
        no_content(),
        not_found(),
        lost(),
        no_right(),
        token_expired(),
        grants(&[]),
        grants(&[ANNA, BEN, CARLA]),
        gateway_refusal(429, "APIGW.0308"),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    let tab = 0..4_usize;
    prop_oneof![
        2 => Just(Happening::Opens),
        1 => tab.clone().prop_map(Happening::Closes),
        6 => Just(Happening::Granted),
        4 => tab.clone().prop_map(Happening::LooksAgain),
        12 => (tab.clone(), 0..8_usize).prop_map(|(tab, outcome)| Happening::Answered(tab, outcome)),
        4 => tab.clone().prop_map(Happening::Passes),
        2 => tab.clone().prop_map(|tab| Happening::Person(tab, Event::SignedIn)),
        1 => tab.clone().prop_map(|tab| Happening::Person(tab, Event::Stop)),
        1 => tab.clone().prop_map(Happening::Leaves),
        1 => tab.prop_map(Happening::Loses),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_tabs_come_and_go_one_at_most_goes_on_and_nothing_is_sent_twice_or_lost(
        happenings in prop::collection::vec(happening(), 0..60),
    ) {
        let mut browser = Browser::confirmed();
        browser.grant();
        for happening in happenings {
            match happening {
                Happening::Opens if browser.tabs.len() < 4 => browser.open(),
                Happening::Opens => {}
                Happening::Closes(tab) if tab < browser.tabs.len() => browser.close(tab),
                Happening::Closes(_) => {}
                Happening::Granted => browser.grant(),
                Happening::LooksAgain(tab) => browser.look_again(tab),
                Happening::Answered(tab, outcome) => {
                    browser.answer(tab, outcomes()[outcome].clone());
                }
                Happening::Passes(tab) => {
                    browser.now = browser.now.plus_milliseconds(2_000);
                    browser.event(tab, Event::Tick);
                }
                Happening::Person(tab, event) => browser.event(tab, event),
                Happening::Leaves(tab) => browser.apply(tab, TabEvent::Left),
                Happening::Loses(tab) => browser.apply(tab, TabEvent::Lost),
            }
            browser.check();
        }
        // In the end another tab is there alone, and finds out how it stands.
        for tab in 0..browser.tabs.len() {
            browser.close(tab);
        }
        browser.open();
        let last = browser.tabs.len() - 1;
        browser.grant();
        for _ in 0..200 {
            browser.answer(last, grants(&[]));
            browser.now = browser.now.plus_milliseconds(60_000);
            browser.event(last, Event::Tick);
            browser.check();
        }
        let kept = browser.kept.unwrap().change;
        prop_assert!(kept.is_settled());
        let progress = kept.progress();
        prop_assert_eq!(progress.running + progress.waiting + progress.unknown, 0);
    }
}
