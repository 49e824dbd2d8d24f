//! Changes that go on with one another: what one began to free a target registry, another may have ended.

use changes::{Asked, ChangeId, Gone, Record};
use leptos::prelude::*;

use super::Work;
use super::entry::Entry;

impl Work {
    /// What of a change only a person can bring back, with what earlier changes did on the way there; reacts.
    #[must_use]
    pub fn asked(self, entry: Entry) -> Vec<Asked> {
        let mut asked = entry.record.with(Record::asked);
        for asked in asked.iter_mut().filter(|it| it.registry.former().is_some()) {
            for other in self.entries() {
                other.record.with(|record| asked.add_attempt(record));
            }
            // The newest comes first.
            let later = |it: &&Entry| it.id > entry.id && !it.is_looked_for.get();
            for later in self.entries().iter().rev().filter(later) {
                later.record.with(|record| asked.note_later(record));
            }
        }
        asked
    }

    /// A change as its undo takes it: without what comes back with a registry that another change has
    /// deleted. Reacts.
    #[must_use]
    pub fn to_undo(self, entry: Entry) -> Record {
        let record = entry.record.get();
        if record.registries_left().is_empty() {
            return record;
        }
        let others = self.entries().into_iter();
        let gone: Vec<Gone> = others
            .flat_map(|other| other.record.with(Record::registries_gone))
            .collect();
        record.without_what_waits(&gone)
    }

    /// Whether anything takes it back; reacts.
    #[must_use]
    pub fn can_undo(self, entry: Entry) -> bool {
        let by_itself = |it: &Record| it.undo().is_some();
        let waits = |it: &Record| !it.registries_left().is_empty();
        entry.record.with(by_itself)
            && (!entry.record.with(waits) || self.to_undo(entry).undo().is_some())
    }

    /// The change of this number that the person at the screen made here.
    #[must_use]
    pub fn entry_of(self, id: ChangeId) -> Option<Entry> {
        let mut entries = untrack(|| self.entries()).into_iter();
        entries.find(|entry| entry.id == id.0)
    }
}
