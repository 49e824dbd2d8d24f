//! Which rows are selected; a refresh keeps them.

use leptos::prelude::*;
use rows::{RowIndex, Selection};

/// Which rows an action is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// All that are selected.
    Selected,
    /// One, by its key, selected or not.
    Row(String),
}

/// The selected rows of a table, by their place in it, seen or not.
#[derive(Clone, Copy)]
pub struct Selected {
    selection: RwSignal<Selection>,
    /// The row from which a range extends.
    anchor: StoredValue<Option<u32>>,
    /// What the action that was pressed last is about.
    about: StoredValue<About>,
}

impl Default for Selected {
    fn default() -> Self {
        Self {
            selection: RwSignal::new(Selection::default()),
            anchor: StoredValue::new(None),
            about: StoredValue::new(About::Selected),
        }
    }
}

impl Selected {
    /// How many; reacts.
    #[must_use]
    pub fn count(self) -> u64 {
        self.selection
            .with(|selection| u64::from(selection.count()))
    }

    /// The places of the selected rows, in the list's order; reacts.
    pub(super) fn places(self) -> Vec<u32> {
        self.selection.with(Selection::selected)
    }

    /// Deselects all, seen or not.
    pub fn clear(self) {
        self.selection.update(Selection::clear);
    }

    /// An action is pressed that is about the selected rows.
    pub fn act_on_selected(self) {
        self.about.set_value(About::Selected);
    }

    /// An action is pressed that is about one row.
    pub(super) fn act_on_row(self, key: String) {
        self.about.set_value(About::Row(key));
    }

    pub(super) fn about(self) -> About {
        self.about.get_value()
    }

    /// What was acted on need not stay selected; what is selected besides one row does.
    pub fn clear_acted_on(self) {
        if self.about() == About::Selected {
            self.clear();
        }
    }

    pub(super) fn contains(self, place: u32) -> bool {
        self.selection.with(|selection| selection.contains(place))
    }

    /// How many of some rows are selected; reacts.
    pub(super) fn count_in(self, places: &[u32]) -> u64 {
        self.selection
            .with(|selection| u64::from(selection.count_in(places)))
    }

    /// Whether all of some rows are selected; reacts.
    pub(super) fn contains_all(self, places: &[u32]) -> bool {
        !places.is_empty() && self.count_in(places) == places.len() as u64
    }

    pub(super) fn toggle(self, place: u32) {
        self.selection.update(|selection| selection.toggle(place));
        self.anchor.set_value(Some(place));
    }

    pub(super) fn add_all(self, places: &[u32]) {
        self.selection
            .update(|selection| selection.select_all(places));
    }

    pub(super) fn remove_all(self, places: &[u32]) {
        self.selection
            .update(|selection| selection.deselect_all(places));
    }

    /// Adds everything from the anchor, or else from `from`, to a row.
    pub(super) fn extend(self, view: &[u32], from: u32, to: u32) {
        let anchor = self.anchor.get_value().unwrap_or(from);
        self.selection
            .update(|selection| selection.select_range(view, anchor, to));
    }

    /// Follows the rows, by their keys, into a table that was read again.
    pub(super) fn carry_over(self, before: &RowIndex, after: &RowIndex) {
        self.selection.update(|selection| {
            *selection = selection.carried_over(before, after);
        });
        self.anchor.set_value(None);
    }
}
