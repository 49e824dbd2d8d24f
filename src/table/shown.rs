//! From resources to the rows of a grid: filtered, sorted, described.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::grid::{GridRows, Source};
use super::sort::SortInAddress;
use super::view::{Index, RowText};

/// The content of a resource's cell in a column.
pub type CellContent<T> = Box<dyn Fn(&T, usize) -> AnyView>;

/// How a resource stands in a table.
pub struct Describe<T> {
    /// What it is found and sorted by.
    pub text: fn(&T) -> RowText,
    /// What a person calls it.
    pub name: fn(&T) -> String,
    /// Whether it can be selected.
    pub is_selectable: fn(&T) -> bool,
    /// The content of its cell in a column.
    pub cell: CellContent<T>,
}

/// The rows of a grid over resources that may change.
pub fn use_shown<T: Clone + Default + 'static>(
    resources: Signal<Rc<Vec<T>>, LocalStorage>,
    filter: Signal<String>,
    sort: SortInAddress,
    describe: Describe<T>,
) -> GridRows {
    let Describe {
        text,
        name,
        is_selectable,
        cell,
    } = describe;
    // Two indexes are never compared: a new one is made only when the resources have changed.
    let index = Memo::new_with_compare(
        move |_| {
            let texts = resources.with(|resources| resources.iter().map(text).collect());
            Arc::new(Index::new(texts))
        },
        |_, _| true,
    );
    let view = Memo::new(move |_| index.with(|index| index.view(&filter.get(), &sort.get())));
    let version = RwSignal::new(0_u64);
    Effect::new(move |_| {
        resources.track();
        view.track();
        version.update(|version| *version += 1);
    });
    let at = move |row: usize| -> T {
        let index = view.with_untracked(|view| view.get(row).copied());
        resources.with_untracked(|resources| {
            index
                .and_then(|index| resources.get(index as usize).cloned())
                .unwrap_or_default()
        })
    };
    let source = Source {
        key: Box::new(move |row| text(&at(row)).key),
        name: Box::new(move |row| name(&at(row))),
        is_selectable: Box::new(move |row| is_selectable(&at(row))),
        cell: Box::new(move |row, column| cell(&at(row), column)),
    };
    GridRows {
        count: Signal::derive(move || view.with(Vec::len)),
        version: version.into(),
        source: StoredValue::new_local(source),
    }
}
