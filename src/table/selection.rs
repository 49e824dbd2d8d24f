//! Which rows are selected, by key, so that a refresh keeps them.

use std::collections::BTreeSet;

use leptos::prelude::*;

/// The selected rows of a grid.
#[derive(Clone, Copy)]
pub struct Selected {
    keys: RwSignal<BTreeSet<String>>,
    anchor: StoredValue<Option<String>>,
}

impl Default for Selected {
    fn default() -> Self {
        Self {
            keys: RwSignal::new(BTreeSet::new()),
            anchor: StoredValue::new(None),
        }
    }
}

impl Selected {
    /// How many; reacts.
    #[must_use]
    pub fn count(self) -> usize {
        self.keys.with(BTreeSet::len)
    }

    /// Whether a row is selected; reacts.
    #[must_use]
    pub fn contains(self, key: &str) -> bool {
        self.keys.with(|keys| keys.contains(key))
    }

    /// The selected keys, sorted; reacts.
    #[must_use]
    pub fn keys(self) -> Vec<String> {
        self.keys.with(|keys| keys.iter().cloned().collect())
    }

    /// Selects or deselects a row.
    pub fn toggle(self, key: &str) {
        self.keys.update(|keys| {
            if !keys.remove(key) {
                keys.insert(key.to_owned());
            }
        });
        self.anchor.set_value(Some(key.to_owned()));
    }

    /// The row from which a range extends.
    pub(super) fn anchor(self) -> Option<String> {
        self.anchor.get_value()
    }

    /// Selects rows in addition.
    pub fn add(self, more: impl IntoIterator<Item = String>) {
        self.keys.update(|keys| keys.extend(more));
    }

    /// Deselects all.
    pub fn clear(self) {
        self.keys.update(BTreeSet::clear);
    }

    /// Deselects rows that are no longer there.
    pub fn retain(self, exists: impl Fn(&str) -> bool) {
        if self
            .keys
            .with_untracked(|keys| keys.iter().any(|key| !exists(key)))
        {
            self.keys.update(|keys| keys.retain(|key| exists(key)));
        }
    }
}
