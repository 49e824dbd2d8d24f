//! The pages of a list that have arrived.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash as _, Hasher as _};

/// Tells a row from all others of its list, however often it is read. Keys are compared by a number
/// of 64 bits made of them, so that a list of a hundred thousand rows holds no copy of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowKey(Option<u64>);

impl RowKey {
    /// Of a row that these texts name together. One without any text is like no other row.
    #[must_use]
    pub fn of(names: &[&str]) -> Self {
        if names.iter().all(|name| name.is_empty()) {
            return Self(None);
        }
        let mut hasher = DefaultHasher::new();
        names.hash(&mut hasher);
        Self(Some(hasher.finish()))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    keys: Vec<RowKey>,
    /// Which of its rows stand in a page that arrived before, ascending.
    doubled: Vec<usize>,
}

/// The pages that have arrived, by their offsets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Arrived {
    pages: BTreeMap<u64, Page>,
    known: HashSet<u64>,
}

impl Arrived {
    /// Takes in a page and gives how many of its rows stand in other pages. Rows that one answer has
    /// twice are left as the service gave them.
    pub(super) fn take(&mut self, offset: u64, keys: Vec<RowKey>) -> u64 {
        let is_known = |key: &RowKey| key.0.is_some_and(|key| self.known.contains(&key));
        let doubled: Vec<usize> = (0..)
            .zip(&keys)
            .filter(|(_, key)| is_known(key))
            .map(|(row, _)| row)
            .collect();
        let count = doubled.len() as u64;
        self.known.extend(keys.iter().filter_map(|key| key.0));
        self.pages.insert(offset, Page { keys, doubled });
        count
    }

    /// Takes a page as one without rows.
    pub(super) fn take_as_empty(&mut self, offset: u64) {
        let nothing = Page {
            keys: Vec::new(),
            doubled: Vec::new(),
        };
        self.pages.insert(offset, nothing);
    }

    /// Forgets the pages that begin here or further on.
    pub(super) fn forget_from(&mut self, offset: u64) {
        let gone = self.pages.split_off(&offset);
        if gone.is_empty() {
            return;
        }
        for (offset, page) in std::mem::take(self).pages {
            self.take(offset, page.keys);
        }
    }

    /// The pages that follow one another from here without a gap, each with where it ends.
    pub(super) fn joined(&self, from: u64) -> impl Iterator<Item = (u64, u64)> {
        let mut reached = from;
        self.pages.iter().map_while(move |(offset, page)| {
            let follows = *offset == reached && !page.keys.is_empty();
            reached = offset.saturating_add(page.keys.len() as u64);
            follows.then_some((*offset, reached))
        })
    }

    /// Which rows of a page stand in a page that arrived before it, ascending.
    pub(super) fn doubled(&self, offset: u64) -> &[usize] {
        self.pages.get(&offset).map_or(&[], |page| &page.doubled)
    }

    /// How many rows there are, each once.
    pub(super) fn rows(&self) -> u64 {
        let pages = self.pages.values();
        pages
            .map(|page| (page.keys.len() - page.doubled.len()) as u64)
            .sum()
    }

    /// Where the last page ends.
    pub(super) fn end(&self) -> u64 {
        let last = self.pages.last_key_value();
        last.map_or(0, |(offset, page)| {
            offset.saturating_add(page.keys.len() as u64)
        })
    }

    /// The first page that begins here or further on.
    pub(super) fn first_from(&self, offset: u64) -> Option<u64> {
        self.pages.range(offset..).next().map(|(offset, _)| *offset)
    }

    /// Whether a page that begins here or further on has rows.
    pub(super) fn has_rows_from(&self, offset: u64) -> bool {
        let mut pages = self.pages.range(offset..);
        pages.any(|(_, page)| !page.keys.is_empty())
    }
}
