//! What pages before this one, and other tabs, have kept of the changes.

use changes::keeping::{Unread, forget_lost_undos, is_outlived, read, written};
use changes::{Change, ChangeId, Event, Key, Notice, Record, TabEvent};
use leptos::prelude::*;

use super::Work;
use super::entry::{Entry, KeptAs, MadeBy};
use crate::browser::clock::now;
use crate::browser::storage::BrowserItems;

/// What is kept of a change; `None` when nothing is.
pub(super) fn kept_of(key: &Key) -> Option<Result<Record, Unread>> {
    let text = BrowserItems::Changes.read(&key.to_string())?;
    Some(read(&text, key))
}

/// The keys of everything that is kept, whosever it is.
fn all_keys() -> Vec<Key> {
    let names = BrowserItems::Changes.names().into_iter();
    names.filter_map(|name| name.parse().ok()).collect()
}

impl Work {
    /// Reads once what is kept of the changes of the person at the screen in the place of now.
    pub(super) fn restore(self) {
        let Some(scope) = untrack(|| self.scope()) else {
            return;
        };
        if self.restored.get_value().as_ref() == Some(&scope) {
            return;
        }
        self.restored.set_value(Some(scope.clone()));
        let (mut records, mut unread) = (Vec::new(), Vec::new());
        let mut elsewhere = 0;
        for key in all_keys() {
            // What nobody looks at any more goes, whosever it is.
            if is_outlived(key.id, now()) {
                BrowserItems::Changes.remove(&key.to_string());
                BrowserItems::Claims.remove(&key.to_string());
            } else if key.scope == scope {
                match kept_of(&key) {
                    Some(Ok(record)) => records.push(record),
                    Some(Err(why)) => unread.push((key, why)),
                    None => {}
                }
            } else if key.scope.is_of_person(&scope) {
                elsewhere += 1;
            }
        }
        forget_lost_undos(&mut records);
        records.sort_by_key(|record| record.change.id());
        self.unread.set(unread);
        self.elsewhere.set(elsewhere);
        let undos: Vec<Entry> = records
            .into_iter()
            .filter_map(|record| {
                let is_undo = record.takes_back.is_some();
                let entry = self.take_up(record)?;
                is_undo.then_some(entry)
            })
            .collect();
        for undo in undos {
            self.note_undo(undo);
        }
        self.take_out_outlived(&scope);
    }

    /// Takes in a record that was found: as a change of its own, or as how one stands that is known.
    fn take_up(self, record: Record) -> Option<Entry> {
        if let Some(entry) = self.known(record.change.id()) {
            self.found(entry, record);
            return Some(entry);
        }
        let mut shown = record.clone();
        if shown.change.is_settled() {
            // What could not be checked before is not asked for again.
            shown.change.handle(Event::Resumed, now());
        }
        let entry = self.add(shown, MadeBy::AnotherPage)?;
        self.note_as_kept(entry);
        if !record.change.is_settled() {
            self.found(entry, record);
        }
        Some(entry)
    }

    /// The change of this number in the place of now.
    fn known(self, id: ChangeId) -> Option<Entry> {
        let mut entries = self.entries.get_untracked().into_iter();
        entries.find(|entry| entry.id == id.0 && self.is_in_scope(*entry))
    }

    /// Notes that it is kept as it stands here.
    pub(super) fn note_as_kept(self, entry: Entry) {
        entry.is_behind.set_value(false);
        let text = entry.record.with_untracked(written);
        entry.kept.set_value(text.as_deref().map(KeptAs::of));
    }

    /// A change stands so where changes are kept.
    pub(super) fn found(self, entry: Entry, record: Record) {
        self.apply(entry, TabEvent::Found(Box::new(record)));
    }

    /// Another tab has kept it so, and tells what became of it. What stands as it was `shown` is not read
    /// again: another tab tells of a large change many times.
    pub(super) fn take_in(self, entry: Entry, shown: Option<Change>) {
        entry.made_by.set(MadeBy::AnotherPage);
        entry.was_settled.set_value(entry.is_settled());
        self.note_as_kept(entry);
        let changed = entry.record.with_untracked(|record| match &shown {
            Some(shown) => record.change.calls_changed_since(shown),
            None => record.change.calls().keys().copied().collect(),
        });
        self.mark_each_stale(entry, changed);
    }

    /// Looks again at what is kept under a key, because another tab has said so.
    pub(super) fn look_at(self, key: &Key) {
        let Some(scope) = untrack(|| self.scope()) else {
            return;
        };
        if key.scope != scope || self.restored.get_value().as_ref() != Some(&scope) {
            return;
        }
        match kept_of(key) {
            Some(Ok(record)) => {
                let is_known = self.known(record.change.id()).is_some();
                // Whatever it has done so far, nothing here has been read since.
                if let Some(entry) = self.take_up(record).filter(|_| !is_known) {
                    let calls = |it: &Record| it.change.calls().keys().copied().collect();
                    let calls = entry.record.with_untracked(calls);
                    self.mark_each_stale(entry, calls);
                }
            }
            Some(Err(why)) => self.unread.update(|unread| {
                if !unread.iter().any(|(known, _)| known == key) {
                    unread.push((key.clone(), why));
                }
            }),
            None => self.drop_forgotten(key),
        }
    }

    /// Another tab has forgotten it.
    fn drop_forgotten(self, key: &Key) {
        self.unread
            .update(|unread| unread.retain(|(known, _)| known != key));
        let is_forgotten = |entry: &Entry| {
            let is_kept = entry.kept.get_value().is_some();
            entry.id == key.id.0 && is_kept && entry.is_settled() && self.is_in_scope(*entry)
        };
        let mut gone = self.entries.get_untracked();
        gone.retain(is_forgotten);
        for entry in &gone {
            // It may wait for its turn to send, which never comes to what is not shown.
            self.give_back(*entry);
        }
        if !gone.is_empty() {
            self.entries
                .update(|entries| entries.retain(|entry| !is_forgotten(entry)));
        }
    }

    /// What could not be read, each with why; reacts.
    #[must_use]
    pub fn unread(self) -> Vec<(Key, Unread)> {
        self.unread.get()
    }

    /// Forgets what could not be read.
    pub fn forget_unread(self) {
        let unread = self.unread.get_untracked();
        self.unread.set(Vec::new());
        for (key, _) in unread {
            BrowserItems::Changes.remove(&key.to_string());
            self.tell_others(&Notice::LookAgain(key));
        }
    }

    /// Whether a change may be forgotten: what is under way is not; reacts.
    #[must_use]
    pub fn may_forget(self, entry: Entry) -> bool {
        entry.record.with(|it| it.change.is_settled())
    }

    /// Forgets a change. In the cloud nothing is changed.
    pub fn forget(self, entry: Entry) {
        self.forget_these(vec![entry]);
    }

    /// Forgets every change of this person in this place that is not under way.
    pub fn forget_all(self) {
        self.forget_these(untrack(|| self.entries()));
    }

    fn forget_these(self, entries: Vec<Entry>) {
        let Some(scope) = untrack(|| self.scope()) else {
            return;
        };
        let entries = entries.into_iter().filter(|entry| entry.is_settled());
        let gone = entries.map(|entry| ChangeId(entry.id)).collect();
        self.take_out(&gone, &scope);
    }
}
