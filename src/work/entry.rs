//! A change and its place among the others.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use changes::{Holding, ItemId, Key, Record};
use cloud_api::Subject;
use leptos::prelude::*;

use super::hold::Hold;

/// Which page has made a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeBy {
    /// This one.
    ThisPage,
    /// One that was here before, or one of another tab: nothing of it is sent unless it is confirmed
    /// anew.
    AnotherPage,
}

/// A change and its place among the others.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Tells it from others.
    pub id: u64,
    /// The change and what is noted beside it; reacts.
    pub record: RwSignal<Record>,
    /// Which page has made it, or what is left of it; reacts.
    pub made_by: RwSignal<MadeBy>,
    /// Which tab goes on with it; reacts.
    pub holding: RwSignal<Holding>,
    /// Whether the person has put its card away; it stays in Activity. Reacts.
    pub is_put_away: RwSignal<bool>,
    /// Whether it had ended before this page was there: only Activity tells of it.
    pub is_past: bool,
    /// Whether the ID of what it has made is still looked for, which more waits for; reacts.
    pub is_looked_for: RwSignal<bool>,
    /// On how many places of the page it is told.
    pub(super) lines_on_screen: StoredValue<usize>,
    /// Which of its items each thing is: every row of a table asks for its own.
    pub(super) numbers: StoredValue<BTreeMap<Subject, ItemId>>,
    pub(super) wake: StoredValue<u64>,
    pub(super) was_settled: StoredValue<bool>,
    /// What the browser keeps of it.
    pub(super) kept: StoredValue<Option<KeptAs>>,
    /// Whether that is perhaps not how it stands.
    pub(super) is_behind: StoredValue<bool>,
    /// What this tab has of it, or waits for.
    pub(super) hold: StoredValue<Option<Hold>, LocalStorage>,
}

/// What the browser keeps of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeptAs {
    /// Bytes.
    pub(super) length: usize,
    /// Tells the text from others.
    pub(super) digest: u64,
}

impl KeptAs {
    /// How a text is told from others.
    pub(super) fn of(text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self {
            length: text.len(),
            digest: hasher.finish(),
        }
    }
}

impl Entry {
    /// One that belongs to the owner of now.
    pub(super) fn new(record: Record, made_by: MadeBy) -> Self {
        let is_past = made_by == MadeBy::AnotherPage && record.change.is_settled();
        Self {
            id: record.change.id().0,
            made_by: RwSignal::new(made_by),
            holding: RwSignal::new(Holding::Free),
            is_put_away: RwSignal::new(is_past),
            is_past,
            is_looked_for: RwSignal::new(false),
            lines_on_screen: StoredValue::new(0),
            numbers: StoredValue::new(record.numbers()),
            wake: StoredValue::new(0),
            was_settled: StoredValue::new(is_past),
            kept: StoredValue::new(None),
            is_behind: StoredValue::new(true),
            hold: StoredValue::new_local(None),
            record: RwSignal::new(record),
        }
    }

    /// Whether another tab may be going on with it, so that nothing can be done about it here; reacts.
    #[must_use]
    pub fn is_others(self) -> bool {
        self.holding.get().is_others()
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

    /// What it is found by.
    pub(super) fn key(self) -> Key {
        self.record.with_untracked(|record| Key {
            scope: record.change.scope().clone(),
            id: record.change.id(),
        })
    }

    pub(super) fn is_settled(self) -> bool {
        self.record.with_untracked(|it| it.change.is_settled())
    }
}
