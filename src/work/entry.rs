//! A change and its place among the others.

use std::collections::BTreeMap;

use changes::keeping::Line;
use changes::{ItemId, Record};
use cloud_api::Subject;
use leptos::prelude::*;

/// Which page has made a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeBy {
    /// This one.
    ThisPage,
    /// One that was here before a reload: nothing of it is sent unless it is confirmed anew.
    FormerPage,
}

/// A change and its place among the others.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Tells it from others.
    pub id: u64,
    /// The change and what is noted beside it; reacts.
    pub record: RwSignal<Record>,
    /// Which page has made it.
    pub made_by: MadeBy,
    /// Whether the person has put its card away; it stays in Activity. Reacts.
    pub is_put_away: RwSignal<bool>,
    /// On how many places of the page it is told.
    pub(super) lines_on_screen: StoredValue<usize>,
    /// Which of its items each thing is: every row of a table asks for its own.
    pub(super) numbers: StoredValue<BTreeMap<Subject, ItemId>>,
    pub(super) wake: StoredValue<u64>,
    pub(super) was_settled: StoredValue<bool>,
    /// As the tab keeps it; `None` when it is too large.
    pub(super) line: StoredValue<Option<Line>>,
}

impl Entry {
    /// One that belongs to the owner of now.
    pub(super) fn new(record: Record, made_by: MadeBy) -> Self {
        let is_settled = record.change.is_settled();
        let is_well = is_settled && !record.change.needs_retry();
        Self {
            id: record.change.id().0,
            made_by,
            is_put_away: RwSignal::new(made_by == MadeBy::FormerPage && is_well),
            lines_on_screen: StoredValue::new(0),
            numbers: StoredValue::new(record.numbers()),
            wake: StoredValue::new(0),
            was_settled: StoredValue::new(made_by == MadeBy::FormerPage && is_settled),
            line: StoredValue::new(None),
            record: RwSignal::new(record),
        }
    }

    /// Notes that it is told on the page as long as the owner of now lives.
    pub fn is_on_screen_here(self) {
        self.lines_on_screen.update_value(|lines| *lines += 1);
        on_cleanup(move || {
            self.lines_on_screen
                .try_update_value(|lines| *lines = lines.saturating_sub(1));
        });
    }

    /// Whether it is told on the page, so that nobody has to be told elsewhere.
    pub(super) fn is_on_screen(self) -> bool {
        self.lines_on_screen.get_value() > 0
    }
}
