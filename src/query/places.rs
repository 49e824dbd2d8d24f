//! What was read so far and has a page of its own, to be gone to by its name.

use leptos::prelude::*;
use rows::closest;

use super::kept::{For, use_kept};
use crate::i18n::Message;

/// Things of one kind from one list.
pub struct Group {
    /// Tells the list from others: a newer reading of it takes the place of the older.
    pub list: String,
    /// What each of them is.
    pub kind: Message,
    /// Their names; untrusted text.
    pub names: Vec<Box<str>>,
    /// What tells them from others, in the order of the names, where an address does not; untrusted
    /// text.
    pub ids: Vec<Box<str>>,
    /// Where they are to be found.
    pub found_at: FoundAt,
}

/// Where things are to be found.
pub enum FoundAt {
    /// Each at the address that its name tells; `None` where it has none.
    Own(fn(&str) -> Option<String>),
    /// Each at the address that its ID tells; `None` where it has none.
    ById(fn(&str) -> Option<String>),
    /// All at one address.
    One(String),
}

/// One of them.
#[derive(Clone)]
pub struct Place {
    /// What it is.
    pub kind: Message,
    /// Its name; untrusted text.
    pub name: String,
    /// The address where it is found.
    pub address: String,
    /// What tells it from others, where the address does not.
    pub id: Option<Box<str>>,
}

impl Place {
    fn is(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(own), Some(others)) => own == others,
            (None, None) => self.address == other.address,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

/// What was read so far, of the scope that is at the screen.
#[derive(Clone, Copy)]
pub struct Places(StoredValue<Vec<Group>>);

/// The places of the scope; empty as long as nothing was read.
#[must_use]
pub fn use_places() -> Places {
    let forget = |places: Places| places.0.set_value(Vec::new());
    use_kept(For::Scope(forget), || Places(StoredValue::new(Vec::new())))
}

impl Places {
    /// Takes note of what was read.
    pub fn note(self, group: Group) {
        self.0.update_value(|groups| {
            groups.retain(|known| known.list != group.list);
            groups.push(group);
        });
    }

    /// The places that come closest to a text, at most `most` of each kind; one that stands in two
    /// lists comes once.
    #[must_use]
    pub fn closest(self, text: &str, most: usize) -> Vec<Place> {
        self.0.with_value(|groups| {
            let mut found: Vec<Place> = Vec::new();
            for group in groups {
                for place in closest(&group.names, text, most) {
                    let Some(name) = group.names.get(place) else {
                        continue;
                    };
                    let address = match &group.found_at {
                        FoundAt::Own(address) => address(name),
                        FoundAt::ById(address) => group.ids.get(place).and_then(|id| address(id)),
                        FoundAt::One(address) => Some(address.clone()),
                    };
                    let found_one = address.map(|address| Place {
                        kind: group.kind.clone(),
                        name: name.to_string(),
                        address,
                        id: group.ids.get(place).cloned(),
                    });
                    let is_new = |place: &Place| found.iter().all(|known| !known.is(place));
                    let found_one = found_one.filter(is_new);
                    found.extend(found_one);
                }
            }
            found
        })
    }
}
