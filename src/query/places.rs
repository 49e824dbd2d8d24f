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
    pub kind: fn() -> Message,
    /// Their names; untrusted text.
    pub names: Vec<Box<str>>,
    /// The address of the page of one, by its name; `None` where it has none.
    pub address: fn(&str) -> Option<String>,
}

/// One of them.
#[derive(Clone)]
pub struct Place {
    /// What it is.
    pub kind: fn() -> Message,
    /// Its name; untrusted text.
    pub name: String,
    /// The address of its page.
    pub address: String,
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
                    let address = (group.address)(name);
                    let address =
                        address.filter(|it| found.iter().all(|place| place.address != *it));
                    found.extend(address.map(|address| Place {
                        kind: group.kind,
                        name: name.to_string(),
                        address,
                    }));
                }
            }
            found
        })
    }
}
