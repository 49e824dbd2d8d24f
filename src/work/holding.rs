//! What this tab has of a change: a lock where the browser knows locks, and a claim that it writes again
//! and again where it does not, or refuses them.

use std::time::Duration;

use changes::claim::{Claim, ClaimStep, Claiming, Whose, whose};
use changes::{Event, Holding, Purpose, TabEvent};
use leptos::prelude::*;

use super::Work;
use super::entry::Entry;
use super::hold::Hold;
use super::restoring::kept_of;
use super::sight::sight;
use crate::browser::clock::computer_time;
use crate::browser::locks::ask;
use crate::browser::storage::{BrowserItems, is_refused};

impl Work {
    /// Asks for a change; what comes of it is told to the change.
    pub(super) fn ask_for(self, entry: Entry) {
        let key = entry.key().to_string();
        let lock = ask(
            &format!("change:{key}"),
            move || self.granted(entry),
            move || self.ask_by_claim(entry),
        );
        match lock {
            Some(lock) => entry.hold.set_value(Some(Hold::Lock { _lock: lock })),
            None => self.ask_by_claim(entry),
        }
    }

    fn ask_by_claim(self, entry: Entry) {
        let key = entry.key().to_string();
        let number = self.asked.try_update_value(|asked| {
            *asked += 1;
            *asked
        });
        let Some(number) = number else { return };
        entry.hold.set_value(Some(Hold::Claim(number)));
        if entry.holding.get_untracked() == Holding::Asked(Purpose::Send) {
            // Nobody else knows of it.
            self.write_claim(&key);
        }
        self.claim(entry, number, key, Claiming::Wants);
    }

    /// Gives back what this tab has of a change, or does not wait for it any more.
    pub(super) fn give_back(self, entry: Entry) {
        let hold = entry.hold.try_update_value(Option::take).flatten();
        if let Some(Hold::Claim(_)) = hold {
            let key = entry.key().to_string();
            if self.whose(&key) == Whose::Own {
                BrowserItems::Claims.remove(&key);
            }
        }
    }

    /// Whether this tab still has a change that it had: a tab that slept may have lost its claim.
    pub(super) fn still_has(self, entry: Entry) -> bool {
        let is_claim = |hold: &Option<Hold>| matches!(hold, Some(Hold::Claim(_)));
        match entry.hold.try_with_value(is_claim) {
            Some(true) => self.whose(&entry.key().to_string()) == Whose::Own,
            Some(false) | None => true,
        }
    }

    fn granted(self, entry: Entry) {
        let found = kept_of(&entry.key()).and_then(Result::ok);
        self.apply(entry, TabEvent::Granted(found.map(Box::new)));
        // The tab that had it may have been seen, or not, when this one is not, or is.
        self.handle(entry, Event::Sight(sight()));
    }

    fn whose(self, key: &str) -> Whose {
        // Nothing of it is where another tab could find it.
        if is_refused() {
            return Whose::Own;
        }
        let kept = BrowserItems::Claims.read(key);
        let kept: Option<Claim> = kept.and_then(|text| text.parse().ok());
        whose(kept, self.tab, computer_time())
    }

    /// Claims a change for this tab; `false` where the browser keeps nothing.
    fn write_claim(self, key: &str) -> bool {
        let claim = Claim {
            tab: self.tab,
            at: computer_time(),
        };
        BrowserItems::Claims.write(key, &claim.to_string())
    }

    /// Takes a change when it is nobody's, says again and again that this tab has it, and otherwise looks
    /// again in a while.
    fn claim(self, entry: Entry, number: u32, key: String, claiming: Claiming) {
        let step = claiming.step(self.whose(&key));
        let is_written = step.writes() && self.write_claim(&key);
        match step {
            ClaimStep::Claim | ClaimStep::Take if !is_written => {
                entry.hold.set_value(Some(Hold::Alone(number)));
                return self.has(entry, number);
            }
            ClaimStep::Take => self.has(entry, number),
            ClaimStep::Wait | ClaimStep::Claim | ClaimStep::Keep | ClaimStep::Lose => {}
        }
        match step.then() {
            Some((claiming, wait)) => self.later(entry, number, wait, move || {
                self.claim(entry, number, key.clone(), claiming);
            }),
            None => self.apply(entry, TabEvent::Lost),
        }
    }

    /// Has a change once what asks for it has ended.
    fn has(self, entry: Entry, number: u32) {
        self.later(entry, number, 0, move || self.granted(entry));
    }

    fn later(self, entry: Entry, number: u32, milliseconds: i64, then: impl Fn() + 'static) {
        let wait = Duration::from_millis(milliseconds.unsigned_abs());
        let then = move || {
            if self.asks_still(entry, number) {
                then();
            }
        };
        set_timeout(then, wait);
    }

    fn asks_still(self, entry: Entry, number: u32) -> bool {
        let is_this = |hold: &Option<Hold>| matches!(hold, Some(Hold::Claim(other) | Hold::Alone(other)) if *other == number);
        entry.hold.try_with_value(is_this) == Some(true)
    }
}
