//! Selected rows.

use std::collections::HashSet;

use crate::index::RowIndex;

/// Which rows of a table are selected, one bit a row, whatever the view shows of them. Rows beyond
/// the table's end are never selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    rows: u32,
    words: Vec<u64>,
    count: u32,
}

impl Selection {
    /// Nothing selected in a table of so many rows.
    #[must_use]
    pub fn none(rows: u32) -> Self {
        let mut selection = Self::default();
        selection.grow(rows);
        selection
    }

    /// Makes room for rows that were added at the table's end; never drops any.
    pub fn grow(&mut self, rows: u32) {
        self.rows = self.rows.max(rows);
        self.words.resize(self.rows.div_ceil(64) as usize, 0);
    }

    /// Whether a row is selected.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        let word = self.words.get(row as usize / 64);
        word.is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows are selected, seen or not.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many rows of a view are selected: none, some or all of them.
    #[must_use]
    pub fn count_in(&self, view: &[u32]) -> u32 {
        let selected = view.iter().filter(|row| self.contains(**row)).count();
        u32::try_from(selected).unwrap_or(u32::MAX)
    }

    /// The selected rows in the table's order.
    #[must_use]
    pub fn selected(&self) -> Vec<u32> {
        (0..self.rows).filter(|row| self.contains(*row)).collect()
    }

    /// Selects a row or takes it out.
    pub fn set(&mut self, row: u32, selected: bool) {
        if row >= self.rows || self.contains(row) == selected {
            return;
        }
        let Some(word) = self.words.get_mut(row as usize / 64) else {
            return;
        };
        *word ^= 1 << (row % 64);
        if selected {
            self.count += 1;
        } else {
            self.count -= 1;
        }
    }

    /// Selects a row that is not selected, takes out one that is.
    pub fn toggle(&mut self, row: u32) {
        self.set(row, !self.contains(row));
    }

    /// Adds the rows from `anchor` to `target` as the view shows them, both included, in either
    /// direction. When the view no longer shows the anchor only the target is added; when it does
    /// not show the target, nothing.
    pub fn select_range(&mut self, view: &[u32], anchor: u32, target: u32) {
        let place_of = |wanted: u32| view.iter().position(|row| *row == wanted);
        let Some(end) = place_of(target) else {
            return;
        };
        let start = place_of(anchor).unwrap_or(end);
        self.select_all(&view[start.min(end)..=start.max(end)]);
    }

    /// Adds all rows of a view.
    pub fn select_all(&mut self, view: &[u32]) {
        for row in view {
            self.set(*row, true);
        }
    }

    /// Takes out all rows of a view; what the view does not show stays selected.
    pub fn deselect_all(&mut self, view: &[u32]) {
        for row in view {
            self.set(*row, false);
        }
    }

    /// Takes out everything, seen or not.
    pub fn clear(&mut self) {
        self.words.fill(0);
        self.count = 0;
    }

    /// The same things selected in a table that was read again: rows are found by key, gone ones
    /// are dropped, new ones are not selected.
    #[must_use]
    pub fn carried_over(&self, before: &RowIndex, after: &RowIndex) -> Self {
        let mut carried = Self::none(after.rows());
        if self.count == 0 {
            return carried;
        }
        let selected = self.selected();
        let keys: HashSet<&str> = selected.iter().filter_map(|row| before.key(*row)).collect();
        for row in 0..after.rows() {
            if after.key(row).is_some_and(|key| keys.contains(key)) {
                carried.set(row, true);
            }
        }
        carried
    }
}
