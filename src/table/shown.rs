//! From resources to the rows of a grid: filtered, sorted, described.

use std::hash::{Hash, Hasher};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::selection::Selected;
use super::sort::SortInAddress;
use super::view::{Index, RowText};
use crate::i18n::use_i18n;

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

/// What a grid asks of a row, by the row's place in the table.
pub(super) struct Source {
    /// What a person calls it.
    pub name: Box<dyn Fn(u32) -> String>,
    /// Whether it can be selected.
    pub is_selectable: Box<dyn Fn(u32) -> bool>,
    /// Another number means other content.
    pub stamp: Box<dyn Fn(u32) -> u64>,
    /// Keeps the rows that are shown whatever the filter says; reacts.
    pub narrow: Box<dyn Fn(&mut Vec<u32>)>,
    /// The content of a cell.
    pub cell: Box<dyn Fn(u32, usize) -> AnyView>,
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
    pub(super) source: StoredValue<Source, LocalStorage>,
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
    let Describe {
        text,
        name,
        is_selectable,
        cell,
    } = describe;
    // The very resources that the index was made of: a newer list has other places.
    let held: StoredValue<Rc<Vec<T>>, LocalStorage> = StoredValue::new_local(Rc::default());
    let texts = move || {
        let resources = resources();
        held.set_value(Rc::clone(&resources));
        resources.iter().map(text).collect()
    };
    let source = Source {
        name: Box::new(move |place| {
            held.with_value(|held| held.get(place as usize).map(name).unwrap_or_default())
        }),
        is_selectable: Box::new(move |place| {
            held.with_value(|held| held.get(place as usize).is_some_and(is_selectable))
        }),
        stamp: Box::new(move |place| {
            let mut hasher = Stamp::default();
            held.with_value(|held| held.get(place as usize).hash(&mut hasher));
            hasher.finish()
        }),
        narrow: Box::new(move |view| {
            let admits = admits();
            let held = held.with_value(Rc::clone);
            view.retain(|place| held.get(*place as usize).is_some_and(&admits));
        }),
        cell: Box::new(move |place, column| {
            let held = held.with_value(Rc::clone);
            match held.get(place as usize) {
                Some(resource) => cell(resource, column),
                None => ().into_any(),
            }
        }),
    };
    show(Box::new(texts), filter, sort, source)
}

fn show(
    texts: Box<dyn Fn() -> Vec<RowText>>,
    filter: Memo<String>,
    sort: SortInAddress,
    source: Source,
) -> GridRows {
    let words = use_i18n();
    let selected = Selected::default();
    let index = RwSignal::new(Arc::new(Index::default()));
    let version = RwSignal::new(0_u64);
    Effect::new(move |_| {
        let before = index.get_untracked();
        let after = Arc::new(Index::new(texts(), words.language()));
        selected.carry_over(before.rows(), after.rows());
        index.set(after);
    });
    let source = StoredValue::new_local(source);
    // Two views are never compared: every new one is shown.
    let view = Memo::new_with_compare(
        move |_| {
            let mut view = index.with(|index| index.view(&filter.get(), &sort.get()));
            source.with_value(|source| (source.narrow)(&mut view));
            Arc::new(view)
        },
        |_, _| true,
    );
    Effect::new(move |_| {
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
