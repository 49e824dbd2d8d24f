//! The rows of a grid without their type: filtered, sorted, selected. Compiled once for all tables.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::index::Index;
use super::pressed::Pressed;
use super::resources::Resources;
use super::selection::Selected;
use super::sort::SortInAddress;
use crate::i18n::use_i18n;
use crate::live::{derived_anew, follow};

/// The rows of a grid.
#[derive(Clone, Copy)]
pub struct GridRows {
    pub(super) selected: Selected,
    pub(super) pressed: Pressed,
    /// The places of the rows that match, in order.
    pub(super) view: Memo<Arc<Vec<u32>>>,
    /// Changes whenever a row may have; reacts.
    pub(super) version: RwSignal<u64>,
    pub(super) index: RwSignal<Arc<Index>>,
    pub(super) source: StoredValue<Rc<dyn Resources>, LocalStorage>,
    /// The order, when there is a choice.
    pub(super) sort: Option<SortInAddress>,
}

/// A table as a file of it holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The names of the exported columns.
    pub head: Vec<&'static str>,
    /// A text for each of them, row after row.
    pub rows: Vec<Vec<String>>,
}

impl GridRows {
    /// How many match the filter; reacts.
    #[must_use]
    pub fn matching_count(self) -> usize {
        self.view.with(|view| view.len())
    }

    /// The same without reacting; `None` when the page was left.
    #[must_use]
    pub fn matching_count_if_shown(self) -> Option<usize> {
        self.view.try_with_untracked(|view| view.len())
    }

    /// The place of a row by its key, whether it matches or not; reacts.
    pub(super) fn place_of(self, key: &str) -> Option<u32> {
        self.index.with(|index| {
            let mut places = 0..index.rows().rows();
            places.find(|place| index.key(*place) == Some(key))
        })
    }

    /// How many there are, whether they match or not; reacts.
    #[must_use]
    pub fn total(self) -> u64 {
        self.index.with(|index| u64::from(index.rows().rows()))
    }

    /// How many are selected, and the way to deselect them.
    #[must_use]
    pub fn selected(self) -> Selected {
        self.selected
    }

    /// How many are selected though they do not match, so that nobody sees their ticks; reacts.
    #[must_use]
    pub fn hidden_count(self) -> u64 {
        let selected = self.selected.count();
        if selected == 0 || self.matching_count() as u64 == self.total() {
            return 0;
        }
        selected - self.view.with(|view| self.selected.count_in(view))
    }

    /// Whether an export of it holds anything.
    #[must_use]
    pub fn is_exported(self) -> bool {
        self.source.with_value(|source| {
            let shapes = source.shapes();
            shapes.iter().any(|shape| shape.exported.is_some())
        })
    }

    /// Everything that matches, in the table's order; reacts.
    #[must_use]
    pub fn exported(self) -> Exported {
        let view = self.view.get();
        self.source.with_value(|source| {
            let shapes = source.shapes().into_iter().enumerate();
            let (columns, head): (Vec<usize>, Vec<_>) = shapes
                .filter_map(|(column, shape)| Some((column, shape.exported?)))
                .unzip();
            let row = |place: &u32| {
                let cells = columns.iter();
                cells.map(|column| source.export(*place, *column)).collect()
            };
            Exported {
                head,
                rows: view.iter().map(row).collect(),
            }
        })
    }
}

pub(super) fn show(
    none_yet: Rc<dyn Resources>,
    read: Box<dyn Fn() -> Rc<dyn Resources>>,
    filter: Memo<String>,
    sort: Option<SortInAddress>,
) -> GridRows {
    let words = use_i18n();
    let selected = Selected::default();
    let pressed = Pressed::new();
    let index = RwSignal::new(Arc::new(Index::default()));
    let version = RwSignal::new(0_u64);
    let source = StoredValue::new_local(none_yet);
    follow(move || {
        if pressed.keeps_waiting() {
            return;
        }
        let resources = read();
        let before = index.get_untracked();
        let after = Arc::new(Index::new(&*resources, words));
        source.set_value(resources);
        selected.carry_over(before.rows(), after.rows());
        index.set(after);
    });
    let view = derived_anew(move || {
        let order = sort.map(SortInAddress::get);
        let mut view = index.with(|index| index.view(&filter.get(), order.as_ref()));
        source.with_value(|source| source.narrow(&mut view));
        Arc::new(view)
    });
    follow(move || {
        view.track();
        version.update(|version| *version += 1);
    });
    GridRows {
        selected,
        pressed,
        view,
        version,
        index,
        source,
        sort,
    }
}
