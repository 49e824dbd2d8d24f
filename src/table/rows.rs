//! The rows of a table as resources: which are drawn, chosen and matching.

use std::any::Any;
use std::hash::{Hash, Hasher as _};
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

use super::choice::Chosen;
use super::column::{Column, Shape};
use super::columns::Columns;
use super::grid_rows::{GridRows, show};
use super::resources::Resources;
use super::selection::{About, Selected};
use super::sort::SortInAddress;
use super::stamp::Stamp;
use super::taken::Taken;
use crate::i18n::Message;

/// Whether a resource is shown.
pub type Admits<T> = Box<dyn Fn(&T) -> bool>;

/// The very resources that an index was made of: a newer list has other places.
struct Drawn<T> {
    resources: Rc<Vec<T>>,
    columns: Rc<Columns<T>>,
    admits: Rc<dyn Fn() -> Admits<T>>,
}

impl<T> Drawn<T> {
    fn get(&self, place: u32) -> Option<&T> {
        self.resources.get(place as usize)
    }

    fn cell_of(&self, place: u32, column: usize) -> Option<(&T, &Column<T>)> {
        self.get(place).zip(self.columns.columns.get(column))
    }
}

impl<T: Hash> Resources for Drawn<T> {
    fn count(&self) -> u32 {
        u32::try_from(self.resources.len()).unwrap_or(u32::MAX)
    }

    fn shapes(&self) -> Vec<&Shape> {
        self.columns.shapes()
    }

    fn can_be_selected(&self) -> bool {
        self.columns.selectable.is_some()
    }

    fn key(&self, place: u32) -> String {
        let key = self.get(place).map(self.columns.key).unwrap_or_default();
        match key.is_empty() {
            // Several that the service gave no ID are not one.
            true => format!(" {}", self.name(place)),
            false => key,
        }
    }

    fn name(&self, place: u32) -> String {
        self.get(place).map(self.columns.name).unwrap_or_default()
    }

    fn refusal(&self, place: u32) -> Option<Message> {
        let (resource, selectable) = self.get(place).zip(self.columns.selectable)?;
        selectable(resource).err()
    }

    fn stamp(&self, place: u32) -> u64 {
        let mut stamp = Stamp::default();
        self.get(place).hash(&mut stamp);
        stamp.finish()
    }

    fn narrow(&self, places: &mut Vec<u32>) {
        let admits = (self.admits)();
        places.retain(|place| self.get(*place).is_some_and(&admits));
    }

    fn take(&self, place: u32, column: usize) -> Taken<'_> {
        match self.cell_of(place, column) {
            Some((resource, column)) => column.take(resource),
            None => Taken::Nothing,
        }
    }

    fn said(&self, place: u32, column: usize) -> Option<Message> {
        let (resource, column) = self.cell_of(place, column)?;
        column.said(resource)
    }

    fn export(&self, place: u32, column: usize) -> String {
        let cell = self.cell_of(place, column);
        cell.map_or_else(String::new, |(resource, column)| column.export(resource))
    }

    fn copy(&self, place: u32, column: usize) -> String {
        let cell = self.cell_of(place, column);
        cell.map_or_else(String::new, |(resource, column)| column.copy(resource))
    }

    fn chosen(&self, place: u32, column: usize) -> Option<Box<dyn Chosen + '_>> {
        let (resource, column) = self.cell_of(place, column)?;
        column.chosen(resource)
    }

    fn cell(&self, place: u32, column: usize) -> AnyView {
        match self.cell_of(place, column) {
            Some((resource, column)) => column.content(resource),
            None => ().into_any(),
        }
    }
}

/// The rows of a table.
pub struct Rows<T: 'static> {
    grid: GridRows,
    /// A `Vec` of them.
    drawn: StoredValue<Rc<dyn Any>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<T> {}

impl<T> Rows<T> {
    /// The same without their type: what a grid draws.
    #[must_use]
    pub fn grid(self) -> GridRows {
        self.grid
    }

    /// How many are selected, and the way to deselect them.
    #[must_use]
    pub fn selected(self) -> Selected {
        self.grid.selected
    }
}

impl<T: Clone> Rows<T> {
    /// The selected resources as they are drawn, in the list's order; reacts. A list that has
    /// changed and is not drawn yet changes nothing here.
    #[must_use]
    pub fn chosen(self) -> Vec<T> {
        self.at(&self.grid.selected.places())
    }

    /// The resources that the action which was pressed last is about: the selected ones, or one whose
    /// row had it in its menu.
    #[must_use]
    pub fn acted_on(self) -> Vec<T> {
        untrack(|| match self.grid.selected.about() {
            About::Selected => self.chosen(),
            About::Row(key) => {
                let place = self.grid.place_of(&key);
                self.at(place.as_slice())
            }
        })
    }

    /// The resources that match, as they are drawn, in the table's order; reacts.
    #[must_use]
    pub fn matching(self) -> Vec<T> {
        self.at(&self.grid.view.get())
    }

    fn at(self, places: &[u32]) -> Vec<T> {
        let drawn = self.drawn.get_value();
        let drawn = drawn.downcast_ref::<Vec<T>>();
        drawn.map_or_else(Vec::new, |drawn| {
            let places = places.iter();
            places
                .filter_map(|place| drawn.get(*place as usize).cloned())
                .collect()
        })
    }
}

/// The rows of a table over resources that may change. Without `sort` they stay in the list's order.
pub fn use_rows<T: Hash + 'static>(
    columns: Columns<T>,
    resources: impl Fn() -> Rc<Vec<T>> + 'static,
    filter: Memo<String>,
    sort: Option<SortInAddress>,
) -> Rows<T> {
    use_rows_where(columns, resources, filter, sort, || Box::new(|_| true))
}

/// The same of those only that are admitted. `admits` is asked once for a new view and may read
/// signals.
pub fn use_rows_where<T: Hash + 'static>(
    columns: Columns<T>,
    resources: impl Fn() -> Rc<Vec<T>> + 'static,
    filter: Memo<String>,
    sort: Option<SortInAddress>,
    admits: impl Fn() -> Admits<T> + 'static,
) -> Rows<T> {
    drawn_rows(columns, Rc::new(resources), filter, sort, Rc::new(admits))
}

/// The list of resources; reacts.
type Listed<T> = Rc<dyn Fn() -> Rc<Vec<T>>>;

/// The same of closures that are boxed: compiled once for each type of resources.
#[inline(never)]
fn drawn_rows<T: Hash + 'static>(
    columns: Columns<T>,
    resources: Listed<T>,
    filter: Memo<String>,
    sort: Option<SortInAddress>,
    admits: Rc<dyn Fn() -> Admits<T>>,
) -> Rows<T> {
    let columns = Rc::new(columns);
    let drawn: StoredValue<Rc<dyn Any>, LocalStorage> = StoredValue::new_local(Rc::new(()));
    let draw = move |resources: Rc<Vec<T>>| -> Rc<dyn Resources> {
        drawn.set_value(Rc::<Vec<T>>::clone(&resources));
        Rc::new(Drawn {
            resources,
            columns: Rc::clone(&columns),
            admits: Rc::clone(&admits),
        })
    };
    let none_yet = draw(Rc::default());
    let read = Box::new(move || draw(resources()));
    Rows {
        grid: show(none_yet, read, filter, sort),
        drawn,
        of: PhantomData,
    }
}
