//! What this tab keeps of the changes, so that a reload loses none of them.

use changes::keeping::{LONGEST, Line, read, together};
use changes::{Record, Scope};
use leptos::prelude::*;

use super::entry::Entry;
use crate::browser::clock::now;
use crate::browser::storage::TabItem;

/// What a former page of this tab has kept of a person's changes.
pub(super) fn kept_of(person: &Scope) -> Vec<Record> {
    let text = TabItem::Changes.read();
    text.map_or_else(Vec::new, |text| read(&text, person, now()))
}

/// Keeps a person's changes, of which these were touched, and nothing else; `false` when one of them
/// that is not settled is not kept.
pub(super) fn keep(entries: &[Entry], touched: &[Entry], person: &Scope) -> bool {
    for entry in touched {
        let line = entry.record.with_untracked(Line::of);
        entry.line.set_value(line);
    }
    let is_lost = |entry: &Entry| {
        let is_settled = entry.record.with_untracked(|it| it.change.is_settled());
        !is_settled && entry.line.with_value(Option::is_none)
    };
    let is_own = |entry: &&Entry| {
        let is_own = |record: &Record| record.change.scope().is_of_person(person);
        entry.record.with_untracked(is_own)
    };
    let lines = entries.iter().filter(is_own);
    let lines: Vec<Line> = lines.filter_map(|entry| entry.line.get_value()).collect();
    // Browsers differ in how much they keep.
    let sizes = [LONGEST, LONGEST / 4, LONGEST / 16];
    let kept = sizes.into_iter().find_map(|longest| {
        let kept = together(&lines, longest);
        TabItem::Changes.write(&kept.text).then_some(kept)
    });
    kept.is_some_and(|kept| !kept.lacks_unsettled) && !touched.iter().any(is_lost)
}
