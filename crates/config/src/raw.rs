//! The file as it is: a tree in which each value knows its place.

use serde_json::{Map, Value};

use crate::fault::{Fault, Kind, Problem};

/// What was found wrong so far.
#[derive(Default)]
pub struct Faults(pub Vec<Fault>);

/// A value and its place.
pub struct Raw<'a> {
    pub value: &'a Value,
    pub place: String,
}

/// An object whose keys are all known, and its place.
pub struct Fields<'a> {
    object: &'a Map<String, Value>,
    place: String,
}

impl Faults {
    /// Notes a fault; the value at its place is not there then.
    pub fn note<T>(&mut self, place: &str, problem: Problem) -> Option<T> {
        self.0.push(Fault {
            place: place.to_owned(),
            problem,
        });
        None
    }
}

impl<'a> Raw<'a> {
    /// An object with no other keys than these.
    pub fn fields(
        &self,
        known: &'static [&'static str],
        faults: &mut Faults,
    ) -> Option<Fields<'a>> {
        let fields = self.entries(faults)?;
        for key in fields.object.keys() {
            if !known.contains(&key.as_str()) {
                faults.note::<()>(&below(&self.place, key), Problem::UnknownKey(known));
            }
        }
        Some(fields)
    }

    /// An object with whichever keys.
    pub fn entries(&self, faults: &mut Faults) -> Option<Fields<'a>> {
        match self.value {
            Value::Object(object) => Some(Fields {
                object,
                place: self.place.clone(),
            }),
            _ => faults.note(&self.place, Problem::NotOfKind(Kind::Object)),
        }
    }

    /// A list with something in it.
    pub fn items(&self, faults: &mut Faults) -> Vec<Raw<'a>> {
        let items = match self.value {
            Value::Array(items) if !items.is_empty() => items.as_slice(),
            Value::Array(_) => {
                faults.note::<()>(&self.place, Problem::Empty);
                &[]
            }
            _ => {
                faults.note::<()>(&self.place, Problem::NotOfKind(Kind::List));
                &[]
            }
        };
        let item = |(index, value)| Raw {
            value,
            place: format!("{}[{index}]", self.place),
        };
        items.iter().enumerate().map(item).collect()
    }

    /// A text of at least one and at most so many characters, without space around it.
    pub fn text(&self, most: usize, faults: &mut Faults) -> Option<&'a str> {
        let Value::String(text) = self.value else {
            return faults.note(&self.place, Problem::NotOfKind(Kind::Text));
        };
        let text = text.trim();
        match text.chars().count() {
            length if (1..=most).contains(&length) => Some(text),
            _ => faults.note(&self.place, Problem::TextLength(most)),
        }
    }

    /// `true` or `false`.
    pub fn switch(&self, faults: &mut Faults) -> Option<bool> {
        match self.value {
            Value::Bool(is_on) => Some(*is_on),
            _ => faults.note(&self.place, Problem::NotOfKind(Kind::Switch)),
        }
    }
}

impl<'a> Fields<'a> {
    /// The value of a key, if it is there.
    pub fn get(&self, key: &str) -> Option<Raw<'a>> {
        let value = self.object.get(key)?;
        Some(Raw {
            value,
            place: below(&self.place, key),
        })
    }

    /// The value of a key that has to be there.
    pub fn needed(&self, key: &'static str, faults: &mut Faults) -> Option<Raw<'a>> {
        match self.get(key) {
            Some(raw) => Some(raw),
            None => faults.note(&self.place, Problem::Missing(key)),
        }
    }

    /// All keys with their values.
    pub fn all(&self) -> Vec<(&'a str, Raw<'a>)> {
        let entry = |(key, value): (&'a String, &'a Value)| {
            let place = below(&self.place, key);
            (key.as_str(), Raw { value, place })
        };
        self.object.iter().map(entry).collect()
    }
}

/// The place of a key in the object at a place.
fn below(place: &str, key: &str) -> String {
    match place {
        "" => key.to_owned(),
        _ => format!("{place}.{key}"),
    }
}
