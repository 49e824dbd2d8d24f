//! Narrowing a task's registries by type, status and cause: check boxes with counts, kept in the
//! address.

use std::collections::BTreeMap;

use cloud_api::hss::{RegistryType, SyncStatus, TaskRegistry};
use leptos::prelude::*;
use words::registry_status::status_words;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, on};
use crate::query::List;
use crate::route::{Navigation, use_navigation};
use crate::table::{Admits, GridRows};
use crate::ui::use_announcements;

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["status", "types", "causes"];

/// Causes that are listed; with more the list would be longer than the table.
const LISTED: usize = 100;

/// A value of each registry by which they are told apart.
#[derive(Clone, Copy)]
struct Trait {
    parameter: &'static str,
    of: fn(&TaskRegistry) -> &str,
    /// The words for a value, where it is a known one.
    words: fn(&str) -> Option<Message>,
}

const STATUS: Trait = Trait {
    parameter: PARAMETERS[0],
    of: |registry| &registry.sync_status,
    words: status_words,
};
const TYPE: Trait = Trait {
    parameter: PARAMETERS[1],
    of: |registry| &registry.registry_type,
    words: |_| None,
};
const CAUSE: Trait = Trait {
    parameter: PARAMETERS[2],
    of: |registry| &registry.failed_reason,
    words: |_| None,
};

/// What is chosen, as it stands in the address.
#[derive(Clone, Copy)]
pub struct Choices {
    navigation: Navigation,
    status: Memo<Option<String>>,
    types: Memo<Option<String>>,
    causes: Memo<Option<String>>,
}

/// The choices in the address.
pub fn use_choices() -> Choices {
    let navigation = use_navigation();
    Choices {
        navigation,
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
type Counts = Vec<(String, u64)>;

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

/// A trait of a list's registries and the values that were met so far.
#[derive(Clone, Copy)]
struct Group {
    by: Trait,
    list: List<TaskRegistry>,
    met: StoredValue<Vec<String>>,
}

impl Group {
    fn new(by: Trait, list: List<TaskRegistry>, known: &[&str]) -> Self {
        let met = known.iter().map(|value| (*value).to_owned()).collect();
        Self {
            by,
            list,
            met: StoredValue::new(met),
        }
    }

    /// How many registries have each value; reacts.
    fn counts(self) -> Counts {
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

/// The check boxes: statuses with their proportions, types, and causes on demand.
pub fn choice_lists(choices: Choices, list: List<TaskRegistry>, rows: GridRows) -> AnyView {
    let statuses: Vec<&str> = SyncStatus::ALL.into_iter().map(SyncStatus::name).collect();
    let types: Vec<&str> = RegistryType::ALL
        .into_iter()
        .map(RegistryType::name)
        .collect();
    let status = Group::new(STATUS, list, &statuses);
    let kind = Group::new(TYPE, list, &types);
    let cause = Group::new(CAUSE, list, &[]);
    let causes = move || cause.counts().len();
    let words = use_i18n();
    view! {
        {proportions(status)}
        <div class="choice-lists">
            {check_boxes(text::registries_status(), choices, status, rows)}
            {check_boxes(text::registries_type(), choices, kind, rows)}
        </div>
        <details hidden=live(move || causes() == 0)>
            <summary>
                {live(move || words.say(&text::registries_causes(causes() as u64)))}
            </summary>
            {check_boxes(text::image_sync_tasks_cause(), choices, cause, rows)}
            <p hidden=live(move || causes() <= LISTED)>{t(text::registries_more_causes())}</p>
        </details>
    }
    .into_any()
}

/// How the statuses relate, as a bar; the words stand at the check boxes.
fn proportions(status: Group) -> AnyView {
    let segment = move |class: &'static str, place: usize| {
        let share = move || {
            let counts = status.counts();
            let counts = counts.iter().map(|(_, count)| *count);
            // What nobody knows comes after the known ones.
            let share: u64 = match place < SyncStatus::ALL.len() {
                true => counts.skip(place).take(1).sum(),
                false => counts.skip(place).sum(),
            };
            share.to_string()
        };
        view! { <span class=class style:flex-grow=live(share)></span> }.into_any()
    };
    let segments: Vec<AnyView> = ["success", "neutral", "danger", "warning"]
        .into_iter()
        .enumerate()
        .map(|(place, class)| segment(class, place))
        .collect();
    view! {
        <div class="proportions" aria-hidden="true">
            {segments}
        </div>
    }
    .into_any()
}

fn check_boxes(legend: Message, choices: Choices, group: Group, rows: GridRows) -> AnyView {
    let boxes = move || {
        let chosen = entries(choices.list(group.by).get());
        let boxes: Vec<AnyView> = group
            .counts()
            .into_iter()
            .filter(|(value, count)| {
                let is_known = (group.by.words)(value).is_some();
                *count > 0 || is_known || chosen.contains(&entry(value))
            })
            .take(LISTED)
            .map(|(value, count)| check_box(choices, group.by, value, count, rows))
            .collect();
        boxes.into_any()
    };
    view! {
        <fieldset class="choices inline">
            <legend class="label">{t(legend)}</legend>
            {live(boxes)}
        </fieldset>
    }
    .into_any()
}

fn check_box(choices: Choices, by: Trait, value: String, count: u64, rows: GridRows) -> AnyView {
    let (words, announcements) = (use_i18n(), use_announcements());
    let name = (by.words)(&value).unwrap_or_else(|| text::item_name(value.clone()));
    let name = text::list_counted(count, name);
    let mark = entry(&value);
    let is_chosen = move || entries(choices.list(by).get()).contains(&mark);
    let toggle = move |_| {
        choices.toggle(by, &value);
        if let Some(matching) = rows.matching_count_if_shown() {
            announcements.say(text::table_matching(matching as u64));
        }
    };
    view! {
        <label class="checkbox">
            <input type="checkbox" prop:checked=live(is_chosen) on:change=on(toggle) />
            <span>{live(move || words.show(&name))}</span>
        </label>
    }
    .into_any()
}
