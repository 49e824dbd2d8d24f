//! Narrowing a task's registries by status, type and cause, with how many there are of each; kept in the
//! address.

use std::collections::BTreeMap;

use cloud_api::hss::TaskRegistry;
use leptos::prelude::*;
use words::registry_status::status_words;

use crate::i18n::{Message, text};
use crate::query::List;
use crate::route::{Navigation, use_navigation};
use crate::table::{Admits, GridRows};
use crate::ui::{Announcements, use_announcements};

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["status", "types", "causes"];

/// A value of each registry by which they are told apart.
#[derive(Clone, Copy)]
pub struct Trait {
    parameter: &'static str,
    of: fn(&TaskRegistry) -> &str,
    /// The words for a value, where it is a known one.
    pub words: fn(&str) -> Option<Message>,
}

/// How it fared.
pub const STATUS: Trait = Trait {
    parameter: PARAMETERS[0],
    of: |registry| &registry.sync_status,
    words: status_words,
};
/// Which software it is.
pub const TYPE: Trait = Trait {
    parameter: PARAMETERS[1],
    of: |registry| &registry.registry_type,
    words: |_| None,
};
/// Why it failed.
pub const CAUSE: Trait = Trait {
    parameter: PARAMETERS[2],
    of: |registry| &registry.failed_reason,
    words: |_| None,
};

/// What is chosen, as it stands in the address.
#[derive(Clone, Copy)]
pub struct Choices {
    navigation: Navigation,
    announcements: Announcements,
    status: Memo<Option<String>>,
    types: Memo<Option<String>>,
    causes: Memo<Option<String>>,
}

/// The choices in the address.
pub fn use_choices() -> Choices {
    let navigation = use_navigation();
    Choices {
        navigation,
        announcements: use_announcements(),
        status: navigation.parameter(STATUS.parameter),
        types: navigation.parameter(TYPE.parameter),
        causes: navigation.parameter(CAUSE.parameter),
    }
}

/// A value as an entry of a comma list.
fn entry(value: &str) -> String {
    value.replace('%', "%25").replace(',', "%2C")
}

/// The entries of a comma list.
fn entries(list: Option<String>) -> Vec<String> {
    let list = list.unwrap_or_default();
    let entries = list.split(',').filter(|entry| !entry.is_empty());
    entries.map(str::to_owned).collect()
}

impl Choices {
    /// Which registries are shown; reacts.
    pub fn admits(self) -> Admits<TaskRegistry> {
        let chosen = [STATUS, TYPE, CAUSE].map(|by| (by, entries(self.list(by).get())));
        Box::new(move |registry| {
            chosen.iter().all(|(by, entries)| {
                entries.is_empty() || entries.contains(&entry((by.of)(registry)))
            })
        })
    }

    /// Whether a value is chosen; reacts.
    pub fn is_chosen(self, by: Trait, value: &str) -> bool {
        entries(self.list(by).get()).contains(&entry(value))
    }

    /// How many values are chosen; reacts.
    pub fn count(self, by: Trait) -> u64 {
        entries(self.list(by).get()).len() as u64
    }

    fn list(self, by: Trait) -> Memo<Option<String>> {
        match by.parameter {
            "status" => self.status,
            "types" => self.types,
            _ => self.causes,
        }
    }

    fn toggle(self, by: Trait, value: &str) {
        let mut entries = entries(self.list(by).get_untracked());
        let entry = entry(value);
        match entries.iter().position(|other| *other == entry) {
            Some(place) => drop(entries.remove(place)),
            None => entries.push(entry),
        }
        self.navigation
            .set_parameter(by.parameter, &entries.join(","));
    }
}

/// How many registries have each value. Values keep their place over refreshes, new ones come last.
pub type Counts = Vec<(String, u64)>;

/// How often each value stands there, those that were met before first; an empty one is none.
fn counted<'a>(met: Vec<String>, values: impl Iterator<Item = &'a str>) -> Counts {
    let places = met.iter().cloned().zip(0..);
    let mut places: BTreeMap<String, usize> = places.collect();
    let mut counts: Counts = met.into_iter().map(|value| (value, 0)).collect();
    for value in values {
        match places.get(value).and_then(|place| counts.get_mut(*place)) {
            Some((_, count)) => *count += 1,
            None if value.is_empty() => {}
            None => {
                places.insert(value.to_owned(), counts.len());
                counts.push((value.to_owned(), 1));
            }
        }
    }
    counts
}

/// Chooses a value, or leaves it out again, and says how many registries match.
pub fn press(choices: Choices, by: Trait, value: &str, rows: GridRows) {
    choices.toggle(by, value);
    if let Some(matching) = rows.matching_count_if_shown() {
        choices
            .announcements
            .say(text::table_matching(matching as u64));
    }
}

/// A trait of a list's registries and the values that were met so far.
#[derive(Clone, Copy)]
pub struct Group {
    by: Trait,
    list: List<TaskRegistry>,
    met: StoredValue<Vec<String>>,
}

impl Group {
    /// Of a list; the values that are `known` come first, whether there are any or not.
    pub fn new(by: Trait, list: List<TaskRegistry>, known: &[&str]) -> Self {
        let met = known.iter().map(|value| (*value).to_owned()).collect();
        Self {
            by,
            list,
            met: StoredValue::new(met),
        }
    }

    /// How many registries have each value; reacts.
    pub fn counts(self) -> Counts {
        let met = self.met.get_value();
        let counts = self.list.rows.with(|registries| {
            let values = registries.iter().map(self.by.of);
            counted(met, values)
        });
        let met = counts.iter().map(|(value, _)| value.clone()).collect();
        self.met.set_value(met);
        counts
    }
}
