//! From resources to the rows of a grid: filtered, sorted, described.

use std::hash::{Hash, Hasher};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::selection::Selected;
use super::sort::SortInAddress;
use super::view::{Index, RowText};
use crate::i18n::use_i18n;
use crate::live::follow;

/// The content of a resource's cell in a column.
pub type CellContent<T> = Box<dyn Fn(&T, usize) -> AnyView>;

/// Whether a resource is shown.
pub type Admits<T> = Box<dyn Fn(&T) -> bool>;

/// How a resource stands in a table.
pub struct Describe<T> {
    /// What it is found and sorted by.
    pub text: fn(&T) -> RowText,
    /// What a person calls it.
    pub name: fn(&T) -> String,
    /// Whether it can be selected.
    pub is_selectable: fn(&T) -> bool,
    /// The content of its cell in a column, counted from 0.
    pub cell: CellContent<T>,
}

/// What a grid asks of its resources, by their place in the table.
pub(super) trait Resources {
    /// What each is found and sorted by.
    fn texts(&self) -> Vec<RowText>;
    /// What a person calls it.
    fn name(&self, place: u32) -> String;
    /// Whether it can be selected.
    fn is_selectable(&self, place: u32) -> bool;
    /// Another number means other content.
    fn stamp(&self, place: u32) -> u64;
    /// Keeps those that are shown whatever the filter says; reacts.
    fn narrow(&self, places: &mut Vec<u32>);
    /// The content of a cell.
    fn cell(&self, place: u32, column: usize) -> AnyView;
}

/// The very resources that an index was made of: a newer list has other places.
struct Described<T> {
    resources: Rc<Vec<T>>,
    describe: Rc<Describe<T>>,
    admits: Rc<dyn Fn() -> Admits<T>>,
}

impl<T> Described<T> {
    fn get(&self, place: u32) -> Option<&T> {
        self.resources.get(place as usize)
    }
}

impl<T: Hash> Resources for Described<T> {
    fn texts(&self) -> Vec<RowText> {
        self.resources.iter().map(self.describe.text).collect()
    }

    fn name(&self, place: u32) -> String {
        self.get(place).map(self.describe.name).unwrap_or_default()
    }

    fn is_selectable(&self, place: u32) -> bool {
        self.get(place).is_some_and(self.describe.is_selectable)
    }

    fn stamp(&self, place: u32) -> u64 {
        let mut hasher = Stamp::default();
        self.get(place).hash(&mut hasher);
        hasher.finish()
    }

    fn narrow(&self, places: &mut Vec<u32>) {
        let admits = (self.admits)();
        places.retain(|place| self.get(*place).is_some_and(&admits));
    }

    fn cell(&self, place: u32, column: usize) -> AnyView {
        match self.get(place) {
            Some(resource) => (self.describe.cell)(resource, column),
            None => ().into_any(),
        }
    }
}

/// The rows of a grid.
#[derive(Clone, Copy)]
pub struct GridRows {
    /// Which rows are selected.
    pub selected: Selected,
    /// The places of the rows that match, in order.
    pub(super) view: Memo<Arc<Vec<u32>>>,
    /// Changes whenever a row may have; reacts.
    pub(super) version: RwSignal<u64>,
    pub(super) index: RwSignal<Arc<Index>>,
    pub(super) source: StoredValue<Rc<dyn Resources>, LocalStorage>,
}

impl GridRows {
    /// How many match the filter; reacts.
    #[must_use]
    pub fn matching(self) -> usize {
        self.view.with(|view| view.len())
    }

    /// The places of the rows that match, in order; reacts.
    #[must_use]
    pub fn matching_places(self) -> Arc<Vec<u32>> {
        self.view.get()
    }

    /// The same without reacting; `None` when the page was left.
    #[must_use]
    pub fn matching_if_shown(self) -> Option<usize> {
        self.view.try_with_untracked(|view| view.len())
    }

    /// How many there are, whether they match or not; reacts.
    #[must_use]
    pub fn total(self) -> u64 {
        self.index.with(|index| u64::from(index.rows().rows()))
    }
}

/// The rows of a grid over resources that may change.
pub fn use_shown<T: Hash + 'static>(
    resources: impl Fn() -> Rc<Vec<T>> + 'static,
    filter: Memo<String>,
    sort: SortInAddress,
    describe: Describe<T>,
) -> GridRows {
    use_shown_where(resources, filter, sort, describe, || Box::new(|_| true))
}

/// The same of those only that are admitted. `admits` is asked once for a new view and may read
/// signals.
pub fn use_shown_where<T: Hash + 'static>(
    resources: impl Fn() -> Rc<Vec<T>> + 'static,
    filter: Memo<String>,
    sort: SortInAddress,
    describe: Describe<T>,
    admits: impl Fn() -> Admits<T> + 'static,
) -> GridRows {
    let describe = Rc::new(describe);
    let admits: Rc<dyn Fn() -> Admits<T>> = Rc::new(admits);
    let described = move |resources| -> Rc<dyn Resources> {
        Rc::new(Described {
            resources,
            describe: Rc::clone(&describe),
            admits: Rc::clone(&admits),
        })
    };
    let none_yet = described(Rc::default());
    show(
        none_yet,
        Box::new(move || described(resources())),
        filter,
        sort,
    )
}

fn show(
    none_yet: Rc<dyn Resources>,
    read: Box<dyn Fn() -> Rc<dyn Resources>>,
    filter: Memo<String>,
    sort: SortInAddress,
) -> GridRows {
    let words = use_i18n();
    let selected = Selected::default();
    let index = RwSignal::new(Arc::new(Index::default()));
    let version = RwSignal::new(0_u64);
    let source = StoredValue::new_local(none_yet);
    follow(move || {
        let resources = read();
        let before = index.get_untracked();
        let after = Arc::new(Index::new(resources.texts(), words.language()));
        source.set_value(resources);
        selected.carry_over(before.rows(), after.rows());
        index.set(after);
    });
    // Two views are never compared: every new one is shown.
    let view = Memo::new_with_compare(
        move |_| {
            let mut view = index.with(|index| index.view(&filter.get(), &sort.get()));
            source.with_value(|source| source.narrow(&mut view));
            Arc::new(view)
        },
        |_, _| true,
    );
    follow(move || {
        view.track();
        version.update(|version| *version += 1);
    });
    GridRows {
        selected,
        view,
        version,
        index,
        source,
    }
}

/// A short hash (FNV-1a, 64 bits) that tells whether a row's content has changed.
struct Stamp(u64);

impl Default for Stamp {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Stamp {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
