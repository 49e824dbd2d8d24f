//! Access keys: which there are, whether they may be used, and how often one was used wrongly.

use std::cell::RefCell;
use std::collections::BTreeMap;

use cloud_api::Timestamp;

use super::identities::{ACCESS_KEYS, AccessKey, KeyStanding};

/// So many wrong signatures in a row are let pass (corrections §6).
const TOLERATED: u32 = 5;

/// So long a key is locked after more of them.
const LOCKED_MILLISECONDS: i64 = 5 * 60 * 1_000;

/// All keys.
pub struct AccessKeys {
    standings: BTreeMap<String, KeyStanding>,
    failures: RefCell<BTreeMap<String, Failures>>,
}

/// Wrong signatures in a row.
struct Failures {
    count: u32,
    last: Timestamp,
}

impl AccessKeys {
    /// As they are in the beginning.
    pub fn new() -> Self {
        let standings = ACCESS_KEYS
            .iter()
            .map(|key| (key.id.to_owned(), key.standing));
        Self {
            standings: standings.collect(),
            failures: RefCell::default(),
        }
    }

    /// The key of that ID.
    pub fn find(&self, id: &str) -> Option<&'static AccessKey> {
        ACCESS_KEYS.iter().find(|key| key.id == id)
    }

    /// Whether it may be used.
    pub fn standing(&self, key: &AccessKey) -> KeyStanding {
        self.standings.get(key.id).copied().unwrap_or(key.standing)
    }

    /// Enables or disables a key; `false` where there is none of that ID.
    pub fn set(&mut self, id: &str, standing: KeyStanding) -> bool {
        let known = self.standings.get_mut(id);
        known.map(|known| *known = standing).is_some()
    }

    /// Whether a key is locked: after more wrong signatures in a row than are let pass.
    pub fn is_locked(&self, key: &AccessKey, now: Timestamp) -> bool {
        let failures = self.failures.borrow();
        failures.get(key.id).is_some_and(|failures| {
            failures.count > TOLERATED
                && now.milliseconds_since(failures.last) < LOCKED_MILLISECONDS
        })
    }

    /// Notes a signature.
    pub fn note(&self, key: &AccessKey, is_right: bool, now: Timestamp) {
        let mut failures = self.failures.borrow_mut();
        if is_right {
            failures.remove(key.id);
            return;
        }
        let failures = failures.entry(key.id.to_owned());
        let failures = failures.or_insert(Failures {
            count: 0,
            last: now,
        });
        failures.count += 1;
        failures.last = now;
    }
}
