//! What this tab has of a change: a lock where the browser knows locks, and a claim that it writes again
//! and again where it does not, or refuses them.

use std::time::Duration;

use changes::claim::{Claim, EVERY, SETTLES, Whose, whose};
use changes::{Holding, Purpose, TabEvent};
use leptos::prelude::*;

use super::Work;
use super::entry::Entry;
use super::hold::Hold;
use super::restoring::kept_of;
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
        match entry.holding.get_untracked() {
            // Nobody else knows of it.
            Holding::Asked(Purpose::Send) => {
                self.write_claim(&key);
                self.beat(entry, number, key);
            }
            _ => self.claim(entry, number, key),
        }
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

    fn write_claim(self, key: &str) {
        let claim = Claim {
            tab: self.tab,
            at: computer_time(),
        };
        BrowserItems::Claims.write(key, &claim.to_string());
    }

    /// Takes a change when it is nobody's, and otherwise looks again in a while.
    fn claim(self, entry: Entry, number: u32, key: String) {
        match self.whose(&key) {
            Whose::Own => self.beat(entry, number, key),
            Whose::Nobodys => {
                self.write_claim(&key);
                self.later(entry, number, SETTLES, move || match self.whose(&key) {
                    Whose::Own => self.beat(entry, number, key.clone()),
                    Whose::Others | Whose::Nobodys => self.claim(entry, number, key.clone()),
                });
            }
            Whose::Others => {
                self.later(entry, number, EVERY, move || {
                    self.claim(entry, number, key.clone());
                });
            }
        }
    }

    /// Has a change from now on, and says so again and again.
    fn beat(self, entry: Entry, number: u32, key: String) {
        set_timeout(
            move || {
                if self.asks_still(entry, number) {
                    self.granted(entry);
                }
            },
            Duration::ZERO,
        );
        self.beat_again(entry, number, key);
    }

    fn beat_again(self, entry: Entry, number: u32, key: String) {
        self.later(entry, number, EVERY, move || {
            if self.whose(&key) == Whose::Own {
                self.write_claim(&key);
                self.beat_again(entry, number, key.clone());
            } else {
                self.apply(entry, TabEvent::Lost);
            }
        });
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
        let is_this =
            |hold: &Option<Hold>| matches!(hold, Some(Hold::Claim(other)) if *other == number);
        entry.hold.try_with_value(is_this) == Some(true)
    }
}
