//! Narrowing a list by values that its rows have in common, with how many there are of each; kept in
//! the address.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use words::in_brackets;

use crate::i18n::{Message, Untrusted, number, t, text, use_i18n};
use crate::live::{derived, each, live, on};
use crate::route::{Navigation, use_navigation};
use crate::table::{Admits, GridRows};
use crate::ui::{Announcements, menu, use_announcements};

/// A value of each row by which rows are told apart.
pub struct Trait<T: 'static> {
    /// Its name in the address.
    pub parameter: &'static str,
    /// The value; an empty one is none.
    pub of: fn(&T) -> &str,
    /// The words for a value, where it is a known one.
    pub words: fn(&str) -> Option<Message>,
}

impl<T> Clone for Trait<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Trait<T> {}

impl<T> Trait<T> {
    /// A value in words, or as it is where it is not known; untrusted text.
    pub fn said(self, value: &str) -> AnyView {
        said(self.words, value)
    }
}

fn said(words: fn(&str) -> Option<Message>, value: &str) -> AnyView {
    match words(value) {
        Some(message) => t(message).into_any(),
        None => view! { <Untrusted text=value.to_owned() /> }.into_any(),
    }
}

/// What is chosen, as it stands in the address.
pub struct Choices<T: 'static> {
    traits: &'static [Trait<T>],
    lists: Lists,
}

impl<T> Clone for Choices<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Choices<T> {}

/// The same apart from the rows: compiled once.
#[derive(Clone, Copy)]
struct Lists {
    navigation: Navigation,
    announcements: Announcements,
    /// The rows, counted.
    things: fn(u64) -> Message,
    by_parameter: StoredValue<Vec<List>>,
}

/// The chosen values of one trait, as a comma list.
struct List {
    parameter: &'static str,
    text: Memo<Option<String>>,
}

/// The choices in the address; `things` counts what they narrow.
pub fn use_choices<T>(traits: &'static [Trait<T>], things: fn(u64) -> Message) -> Choices<T> {
    let navigation = use_navigation();
    let parameters = traits.iter().map(|by| by.parameter);
    let lists = parameters.map(|parameter| List {
        parameter,
        text: navigation.parameter(parameter),
    });
    let lists = Lists {
        navigation,
        announcements: use_announcements(),
        things,
        by_parameter: StoredValue::new(lists.collect()),
    };
    Choices { traits, lists }
}

/// A value as an entry of a comma list.
fn entry(value: &str) -> String {
    value.replace('%', "%25").replace(',', "%2C")
}

impl Lists {
    /// The entries of a comma list; reacts.
    fn entries(self, parameter: &str) -> Vec<String> {
        let list = self.by_parameter.with_value(|lists| {
            let list = lists.iter().find(|list| list.parameter == parameter);
            list.and_then(|list| list.text.get())
        });
        let list = list.unwrap_or_default();
        let entries = list.split(',').filter(|entry| !entry.is_empty());
        entries.map(str::to_owned).collect()
    }

    fn toggle(self, parameter: &'static str, value: &str) {
        let mut entries = untrack(|| self.entries(parameter));
        let entry = entry(value);
        match entries.iter().position(|other| *other == entry) {
            Some(place) => drop(entries.remove(place)),
            None => entries.push(entry),
        }
        self.navigation.set_parameter(parameter, &entries.join(","));
    }

    fn is_chosen(self, parameter: &str, value: &str) -> bool {
        self.entries(parameter).contains(&entry(value))
    }

    fn press(self, parameter: &'static str, value: &str, rows: GridRows) {
        self.toggle(parameter, value);
        if let Some(matching) = rows.matching_count_if_shown() {
            let words = text::table_matching((self.things)(matching as u64));
            self.announcements.say(words);
        }
    }
}

/// Whether a value is among those that are chosen, or none is.
fn lets_pass(entries: &[String], value: &str) -> bool {
    entries.is_empty() || entries.contains(&entry(value))
}

impl<T> Choices<T> {
    /// Which rows are shown; reacts.
    pub fn admits(self) -> Admits<T> {
        let traits = self.traits.iter();
        let chosen = traits.map(|by| (by.of, self.lists.entries(by.parameter)));
        let chosen: Vec<_> = chosen.collect();
        Box::new(move |row| {
            let mut chosen = chosen.iter();
            chosen.all(|(of, entries)| lets_pass(entries, of(row)))
        })
    }

    /// Whether a value is chosen; reacts.
    pub fn is_chosen(self, by: Trait<T>, value: &str) -> bool {
        self.lists.is_chosen(by.parameter, value)
    }

    /// Chooses a value, or leaves it out again, and says how many rows match.
    pub fn press(self, by: Trait<T>, value: &str, rows: GridRows) {
        self.lists.press(by.parameter, value, rows);
    }
}

/// How many rows have each value. Values keep their place over refreshes, new ones come last.
pub type Counts = Vec<(String, u64)>;

/// How often each value stands there, those that were met before first; an empty one is none.
fn counted(met: Vec<String>, values: &mut dyn Iterator<Item = &str>) -> Counts {
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

/// The rows that are narrowed, those that are not shown included.
pub type AllRows<T> = RwSignal<Rc<Vec<T>>, LocalStorage>;

/// A trait of a list's rows and the values that were met so far.
pub struct Group<T: 'static> {
    by: Trait<T>,
    rows: AllRows<T>,
    met: StoredValue<Vec<String>>,
}

impl<T> Clone for Group<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Group<T> {}

impl<T> Group<T> {
    /// Of a list; the values that are `known` come first, whether there are any or not.
    pub fn new(by: Trait<T>, rows: AllRows<T>, known: &[&str]) -> Self {
        let met = known.iter().map(|value| (*value).to_owned()).collect();
        Self {
            by,
            rows,
            met: StoredValue::new(met),
        }
    }

    /// How many rows have each value; reacts.
    pub fn counts(self) -> Counts {
        let counts = self.rows.with(|rows| {
            let mut values = rows.iter().map(self.by.of);
            counted(self.met.get_value(), &mut values)
        });
        keep_met(self.met, &counts);
        counts
    }
}

/// Values keep their place once they were met.
fn keep_met(met: StoredValue<Vec<String>>, counts: &Counts) {
    met.set_value(counts.iter().map(|(value, _)| value.clone()).collect());
}

/// What a menu of values is called, with none and with so many of them chosen.
#[derive(Clone, Copy)]
pub struct Called {
    /// ID of the menu in the page, unique.
    pub id: &'static str,
    /// Its words.
    pub label: fn() -> Message,
    /// The same with how many are chosen.
    pub chosen: fn(u64) -> Message,
}

/// The values that there are, as check boxes in a menu that says how many are chosen; those that are
/// `known` come first.
pub fn choices_menu<T>(
    called: Called,
    by: Trait<T>,
    choices: Choices<T>,
    all: AllRows<T>,
    (known, rows): (&[&str], GridRows),
) -> AnyView {
    let group = Group::new(by, all, known);
    let offered = Offered {
        parameter: by.parameter,
        words: by.words,
        counts: derived(move || group.counts()),
        lists: choices.lists,
        rows,
    };
    offered.menu(called)
}

/// The values of a trait, whatever the rows are: their menu is compiled once.
#[derive(Clone, Copy)]
struct Offered {
    parameter: &'static str,
    words: fn(&str) -> Option<Message>,
    counts: Memo<Counts>,
    lists: Lists,
    rows: GridRows,
}

impl Offered {
    fn menu(self, called: Called) -> AnyView {
        let Self {
            parameter,
            counts,
            lists,
            rows,
            ..
        } = self;
        let words = use_i18n();
        let names = move || {
            let counts = counts.get().into_iter();
            let seen =
                counts.filter(|(value, count)| *count > 0 || lists.is_chosen(parameter, value));
            seen.map(|(value, _)| value).collect::<Vec<_>>()
        };
        let check_box = move |value: String| {
            let (this, mark, name) = (value.clone(), value.clone(), said(self.words, &value));
            let count = move || {
                let counts = counts.get();
                let count = counts.iter().find(|(it, _)| *it == this).map(|it| it.1);
                let language = words.language();
                in_brackets(&number(count.unwrap_or_default(), language), language)
            };
            view! {
                <label class="checkbox">
                    <input
                        type="checkbox"
                        prop:checked=live(move || lists.is_chosen(parameter, &mark))
                        on:change=on(move |_| lists.press(parameter, &value, rows))
                    />
                    <span>{name} {live(count)}</span>
                </label>
            }
            .into_any()
        };
        let label = live(move || match lists.entries(parameter).len() as u64 {
            0 => words.say(&(called.label)()),
            some => words.say(&(called.chosen)(some)),
        });
        let boxes = view! {
            <fieldset class="choices">
                <legend class="visually-hidden">{t((called.label)())}</legend>
                {each(names, String::clone, check_box)}
            </fieldset>
        };
        menu(called.id, label.into_any(), boxes.into_any())
    }
}
