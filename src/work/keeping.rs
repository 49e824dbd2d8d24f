//! What this tab keeps of the changes, so that a reload loses none of them.

use std::time::Duration;

use changes::keeping::{LONGEST, Line, read, rest_after, together};
use changes::{Record, Scope};
use cloud_api::Timestamp;
use leptos::prelude::*;

use super::entry::Entry;
use crate::browser::clock::now;
use crate::browser::storage::TabItem;

/// The keeping of a person's changes.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    /// When it was last written, and how many bytes.
    written: StoredValue<Option<(Timestamp, usize)>>,
    /// Whether it is written again in a while.
    is_due: StoredValue<bool>,
    /// Whether it was told that something cannot be kept.
    is_loss_told: StoredValue<bool>,
}

impl Keeping {
    /// Nothing is kept yet.
    pub(super) fn new() -> Self {
        Self {
            written: StoredValue::new(None),
            is_due: StoredValue::new(false),
            is_loss_told: StoredValue::new(false),
        }
    }

    /// Writes a change that is another than it was: at once, or in a while when there is much. It changes
    /// more often then than it can be written; only when the tab itself fails, what was sent in that
    /// while is read as not sent, which the look before sending it again shows.
    pub(super) fn soon(self, entry: Entry, write: impl Fn() + 'static) {
        entry.is_behind.set_value(true);
        let written = self.written.get_value();
        match written.and_then(|(at, bytes)| rest_after(bytes, now().milliseconds_since(at))) {
            None => write(),
            Some(_) if self.is_due.get_value() => {}
            Some(wait) => {
                self.is_due.set_value(true);
                let write = move || {
                    if self.is_due.try_get_value() == Some(true) {
                        write();
                    }
                };
                set_timeout(write, Duration::from_millis(wait));
            }
        }
    }

    /// Writes a person's changes as they stand, and nothing else. `false` when something of them that
    /// is not settled could not be written for the first time.
    pub(super) fn write(self, entries: &[Entry], person: &Scope) -> bool {
        self.is_due.set_value(false);
        let (bytes, is_whole) = keep(entries, person);
        self.written.set_value(Some((now(), bytes)));
        let is_told = is_whole || self.is_loss_told.get_value();
        self.is_loss_told.update_value(|told| *told |= !is_whole);
        is_told
    }
}

/// What a former page of this tab has kept of a person's changes.
pub(super) fn kept_of(person: &Scope) -> Vec<Record> {
    let text = TabItem::Changes.read();
    text.map_or_else(Vec::new, |text| read(&text, person, now()))
}

/// Gives how many bytes were written, and whether everything that is not settled is in them.
fn keep(entries: &[Entry], person: &Scope) -> (usize, bool) {
    let is_own = |entry: &&Entry| {
        let is_own = |record: &Record| record.change.scope().is_of_person(person);
        entry.record.with_untracked(is_own)
    };
    let own: Vec<&Entry> = entries.iter().filter(is_own).collect();
    for entry in own.iter().filter(|entry| entry.is_behind.get_value()) {
        entry.is_behind.set_value(false);
        entry.line.set_value(entry.record.with_untracked(Line::of));
    }
    let is_lost = |entry: &&Entry| {
        let is_settled = entry.record.with_untracked(|it| it.change.is_settled());
        !is_settled && entry.line.with_value(Option::is_none)
    };
    let lines = own.iter();
    let lines: Vec<Line> = lines.filter_map(|entry| entry.line.get_value()).collect();
    // Browsers differ in how much they keep.
    let sizes = [LONGEST, LONGEST / 4, LONGEST / 16];
    let kept = sizes.into_iter().find_map(|longest| {
        let kept = together(&lines, longest);
        TabItem::Changes.write(&kept.text).then_some(kept)
    });
    if kept.is_none() {
        // What stands there from before would tell as not sent what was sent since.
        TabItem::Changes.remove();
    }
    let bytes = kept.as_ref().map_or(0, |kept| kept.text.len());
    let is_whole = kept.is_some_and(|kept| !kept.lacks_unsettled);
    (bytes, is_whole && !own.iter().any(is_lost))
}
