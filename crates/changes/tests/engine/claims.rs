//! Tabs that take a change by claims, where the browser knows no locks.

use changes::claim::{Claim, ClaimStep, Claiming, EVERY, LASTS, TabId, Whose, whose};
use cloud_api::Timestamp;
use proptest::prelude::*;

use crate::cloud::START;

/// A tab that asks for a change, and when it looks next.
struct Tab {
    claiming: Claiming,
    looks_at: Timestamp,
    is_open: bool,
}

/// Tabs, and the one claim that all of them read.
struct Browser {
    tabs: Vec<Tab>,
    kept: Option<Claim>,
    now: Timestamp,
}

impl Browser {
    fn of(tabs: usize) -> Self {
        let tab = || Tab {
            claiming: Claiming::Wants,
            looks_at: START,
            is_open: true,
        };
        Self {
            tabs: (0..tabs).map(|_| tab()).collect(),
            kept: None,
            now: START,
        }
    }

    fn whose(&self, tab: usize) -> Whose {
        whose(self.kept, id(tab), self.now)
    }

    /// Those that believe to have it and have it: what is done first asks whether the claim still lasts.
    fn having(&self) -> Vec<usize> {
        let tabs = 0..self.tabs.len();
        let has = |tab: &usize| {
            let it = &self.tabs[*tab];
            it.is_open && it.claiming == Claiming::Has && self.whose(*tab) == Whose::Own
        };
        tabs.filter(has).collect()
    }

    /// Tabs look at the same moment, so many milliseconds late; one that is late has slept. Each has read
    /// before any of them writes.
    fn look(&mut self, tabs: &[usize], late: i64) {
        let open = tabs.iter().filter(|tab| self.tabs[**tab].is_open);
        let open: Vec<usize> = open.copied().collect();
        let due = open.iter().map(|tab| self.tabs[*tab].looks_at).max();
        let Some(due) = due else { return };
        self.now = self.now.max(due.plus_milliseconds(late));
        let step = |tab: &usize| self.tabs[*tab].claiming.step(self.whose(*tab));
        let steps: Vec<ClaimStep> = open.iter().map(step).collect();
        for (tab, step) in open.into_iter().zip(steps) {
            if step == ClaimStep::Take {
                assert!(self.having().is_empty(), "no other tab has it");
            }
            if step.writes() {
                let at = self.now;
                self.kept = Some(Claim { tab: id(tab), at });
            }
            // Who has lost it asks anew.
            let (claiming, wait) = step.then().unwrap_or((Claiming::Wants, 0));
            self.tabs[tab].claiming = claiming;
            self.tabs[tab].looks_at = self.now.plus_milliseconds(wait);
        }
    }

    /// The tab looks whose turn comes first.
    fn turn(&mut self) -> bool {
        let open = self.tabs.iter().enumerate().filter(|(_, tab)| tab.is_open);
        let next = open.min_by_key(|(_, tab)| tab.looks_at);
        let next = next.map(|(number, _)| number);
        if let Some(next) = next {
            self.look(&[next], 0);
        }
        next.is_some()
    }
}

fn id(tab: usize) -> TabId {
    TabId(u32::try_from(tab).unwrap())
}

#[test]
fn of_two_tabs_that_claim_at_the_same_moment_the_later_one_has_it() {
    let mut browser = Browser::of(2);
    browser.look(&[0, 1], 0);
    assert!(browser.having().is_empty());
    browser.look(&[0, 1], 0);
    assert_eq!(browser.having(), [1]);
}

#[test]
fn a_tab_that_was_closed_is_followed_by_another_within_two_minutes() {
    let mut browser = Browser::of(2);
    while browser.having().is_empty() {
        browser.turn();
    }
    let owner = browser.having()[0];
    browser.tabs[owner].is_open = false;
    let closed_at = browser.now;
    while browser.having().is_empty() {
        assert!(browser.turn());
    }
    let waited = browser.now.milliseconds_since(closed_at);
    assert!(
        (LASTS..=LASTS + EVERY + 1_000).contains(&waited),
        "{waited}"
    );
}

#[test]
fn a_tab_that_slept_longer_than_its_claim_lasts_has_lost_it() {
    let mut browser = Browser::of(1);
    browser.turn();
    browser.turn();
    assert_eq!(browser.having(), [0]);
    browser.look(&[0], LASTS);
    assert_eq!(browser.tabs[0].claiming, Claiming::Wants);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_tabs_sleep_or_close_one_at_most_has_it_and_in_the_end_one_does(
        looks in prop::collection::vec(
            (prop::collection::btree_set(0..4_usize, 1..4), 0..200_000_i64, any::<bool>()),
            0..60,
        ),
        closed in prop::collection::vec(0..3_usize, 0..3),
    ) {
        let mut browser = Browser::of(4);
        for (tabs, late, is_late) in looks {
            let tabs: Vec<usize> = tabs.into_iter().collect();
            browser.look(&tabs, if is_late { late } else { 0 });
            prop_assert!(browser.having().len() <= 1);
        }
        for tab in closed {
            browser.tabs[tab].is_open = false;
        }
        for _ in 0..40 {
            browser.turn();
            prop_assert!(browser.having().len() <= 1);
        }
        prop_assert_eq!(browser.having().len(), 1);
    }
}
