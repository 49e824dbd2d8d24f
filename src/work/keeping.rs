//! What the browser keeps of the changes, so that neither a reload nor a closed tab loses one.

use std::collections::BTreeSet;
use std::time::Duration;

use changes::keeping::{Kept, outlived, read, rest_after, written};
use changes::{ChangeId, Holding, Key, Notice, Phase, Record, Scope};
use leptos::prelude::*;

use super::Work;
use super::entry::{Entry, KeptAs};
use crate::browser::clock::now;
use crate::browser::storage::BrowserItems;
use crate::i18n::text;

/// What came of keeping a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// So many bytes were written.
    Bytes(usize),
    /// There was nothing to write.
    Nothing,
    /// It is not kept.
    Lost,
}

impl Work {
    /// Keeps a change that is another than it was: at once, or in a while when there is much. It changes
    /// more often then than it can be written; only when the tab itself fails, what was sent in that
    /// while is read as not sent, which the look before sending it again shows.
    pub(super) fn keep_soon(self, entry: Entry) {
        entry.is_behind.set_value(true);
        let last = self.keeping.last.get_value();
        let is_due = self.keeping.is_due;
        match last.and_then(|(at, bytes)| rest_after(bytes, now().milliseconds_since(at))) {
            None => self.keep_now(),
            Some(_) if is_due.get_value() => {}
            Some(wait) => {
                is_due.set_value(true);
                let write = move || {
                    if is_due.try_get_value() == Some(true) {
                        self.keep_now();
                    }
                };
                set_timeout(write, Duration::from_millis(wait));
            }
        }
    }

    /// Keeps every change as it stands. Where that does not work the change goes on, and it is told once.
    pub(super) fn keep_now(self) {
        if self.is_left.get_value() {
            return;
        }
        self.keeping.is_due.set_value(false);
        let mut bytes = 0;
        let mut is_lost = false;
        for entry in self.entries.get_untracked() {
            match self.keep(entry) {
                Written::Bytes(count) => bytes += count,
                Written::Nothing => {}
                Written::Lost => is_lost |= self.is_in_scope(entry) && !entry.is_settled(),
            }
        }
        if bytes > 0 {
            self.keeping.last.set_value(Some((now(), bytes)));
        }
        if is_lost && !self.keeping.is_loss_told.get_value() {
            self.keeping.is_loss_told.set_value(true);
            self.announcements.tell(text::work_not_kept());
        }
    }

    fn keep(self, entry: Entry) -> Written {
        if !entry.is_behind.get_value() || !may_be_kept(entry) {
            return Written::Nothing;
        }
        entry.is_behind.set_value(false);
        let text = entry.record.with_untracked(written);
        let kept = text.as_deref().map(KeptAs::of);
        if kept.is_some() && kept == entry.kept.get_value() {
            return Written::Nothing;
        }
        let key = entry.key();
        // Another tab may have begun to send what is left of it.
        let is_free = entry.holding.get_untracked() == Holding::Free;
        if is_free && let Some(found) = self.begun_elsewhere(entry, &key) {
            self.found(entry, found);
            return Written::Nothing;
        }
        let is_written = text.is_some_and(|text| self.write(entry, &key.to_string(), &text));
        entry.kept.set_value(kept.filter(|_| is_written));
        if !is_written {
            // What stands there from before would tell as not sent what was sent since.
            BrowserItems::Changes.remove(&key.to_string());
        }
        self.tell_others(&Notice::LookAgain(key));
        match kept.filter(|_| is_written) {
            Some(kept) => Written::Bytes(kept.length),
            None => Written::Lost,
        }
    }

    /// What another tab has kept of a change since, where it goes on with it.
    fn begun_elsewhere(self, entry: Entry, key: &Key) -> Option<Record> {
        let text = BrowserItems::Changes.read(&key.to_string())?;
        if entry.kept.get_value()? == KeptAs::of(&text) {
            return None;
        }
        let found = read(&text, key).ok()?;
        (!found.change.is_settled()).then_some(found)
    }

    /// Writes a text; where the browser has no room the oldest settled changes of this place make some.
    fn write(self, entry: Entry, key: &str, text: &str) -> bool {
        let scope = entry.key().scope;
        loop {
            if BrowserItems::Changes.write(key, text) {
                return true;
            }
            let oldest = self.kept_in(&scope).into_iter();
            let mut oldest = oldest.filter(|it| it.is_settled && it.id.0 != entry.id);
            match oldest.next() {
                Some(oldest) => self.take_out(&[oldest.id].into(), &scope),
                None => return false,
            }
        }
    }

    /// What the browser keeps of a place, the oldest first.
    fn kept_in(self, scope: &Scope) -> Vec<Kept> {
        let entries = self.entries.get_untracked().into_iter();
        let kept = entries.filter_map(|entry| {
            let is_of_place = |record: &Record| record.change.scope() == scope;
            let kept = entry.kept.get_value();
            let kept = kept.filter(|_| entry.record.with_untracked(is_of_place));
            Some(Kept {
                id: ChangeId(entry.id),
                length: kept?.length,
                is_settled: entry.is_settled(),
            })
        });
        kept.collect()
    }

    /// Forgets what is too old or too much of a place.
    pub(super) fn take_out_outlived(self, scope: &Scope) {
        let gone = outlived(&self.kept_in(scope), now());
        if !gone.is_empty() {
            self.take_out(&gone, scope);
        }
    }

    /// Forgets these changes of a place.
    pub(super) fn take_out(self, gone: &BTreeSet<ChangeId>, scope: &Scope) {
        let is_gone = |entry: &Entry| {
            let is_of_place = |record: &Record| record.change.scope() == scope;
            gone.contains(&ChangeId(entry.id)) && entry.record.with_untracked(is_of_place)
        };
        let (out, left): (Vec<Entry>, Vec<Entry>) =
            self.entries.get_untracked().into_iter().partition(is_gone);
        self.entries.set(left);
        for entry in out {
            self.give_back(entry);
            let key = entry.key();
            BrowserItems::Changes.remove(&key.to_string());
            self.tell_others(&Notice::LookAgain(key));
        }
    }
}

/// Whether it is this tab's to keep: what was not confirmed is not kept, and what another tab goes on with
/// that one keeps.
fn may_be_kept(entry: Entry) -> bool {
    let is_confirmed = entry
        .record
        .with_untracked(|it| it.change.phase() != Phase::Proposed);
    match entry.holding.get_untracked() {
        Holding::Free | Holding::Held | Holding::Leaving => is_confirmed,
        Holding::Asked(_) => false,
    }
}
