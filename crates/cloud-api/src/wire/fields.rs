//! The fields of JSON objects, read by name with one function for each kind of value. A derived
//! reader is compiled anew for every struct, which is what a first visit would load.

use std::cell::Cell;

use serde_json::{Map, Value};

use super::body;
use super::error::ApiError;
use super::json::parse;
use super::listed::Listed;
use super::number::whole;
use super::response::Response;
use super::timestamp::Timestamp;

/// An object's fields. A field that is missing, null or of another kind is as good as not told, so
/// that one odd value spoils its own cell and nothing else.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    object: &'a Map<String, Value>,
    problem: &'a Cell<Option<&'static str>>,
}

/// Reads an answer that is documented as an object.
pub(crate) fn read_object<T>(
    response: &Response,
    read: impl FnOnce(Fields<'_>) -> T,
) -> Result<T, ApiError> {
    let value = body::decode(response)?;
    let problem = Cell::new(None);
    let Value::Object(object) = &value else {
        return Err(body::unreadable(response, "the answer is no JSON object"));
    };
    let read = read(Fields {
        object,
        problem: &problem,
    });
    without(&problem, response).map(|()| read)
}

/// Reads a value that a record keeps, which is written as an answer is; `None` for what is none.
pub(crate) fn read_kept<T>(value: &Value, read: impl FnOnce(Fields<'_>) -> Option<T>) -> Option<T> {
    let problem = Cell::new(None);
    let object = value.as_object()?;
    let read = read(Fields {
        object,
        problem: &problem,
    });
    read.filter(|_| problem.get().is_none())
}

/// Reads an answer that is documented as an array of objects; null stands for an empty one.
pub(crate) fn read_array<T>(
    response: &Response,
    read: impl FnMut(Fields<'_>) -> T,
) -> Result<Listed<T>, ApiError> {
    let value = body::decode(response)?;
    let problem = Cell::new(None);
    let rows = rows(&value, "the answer", &problem, read);
    without(&problem, response).map(|()| rows)
}

fn without(problem: &Cell<Option<&'static str>>, response: &Response) -> Result<(), ApiError> {
    match problem.get() {
        None => Ok(()),
        Some(name) => {
            let at = format!("{name} is not of the documented kind");
            Err(body::unreadable(response, &at))
        }
    }
}

/// The rows of a list. Without an array there is no list, and no row to leave out.
fn rows<'a, T>(
    value: &'a Value,
    name: &'static str,
    problem: &'a Cell<Option<&'static str>>,
    mut read: impl FnMut(Fields<'a>) -> T,
) -> Listed<T> {
    let mut listed = Listed::default();
    let items: &[Value] = match value {
        Value::Array(items) => items,
        Value::Null => &[],
        _ => {
            problem.set(Some(name));
            &[]
        }
    };
    for item in items {
        match item {
            Value::Object(object) => listed.rows.push(read(Fields { object, problem })),
            _ => listed.left_out += 1,
        }
    }
    listed
}

impl<'a> Fields<'a> {
    /// Whether the field is there, if only as null.
    pub(crate) fn has(self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// A value that is there and not null.
    pub(crate) fn get(self, name: &'static str) -> Option<&'a Value> {
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// Notes that the answer says nothing without this field as it is documented.
    pub(crate) fn spoil(self, name: &'static str) {
        self.problem.set(Some(name));
    }

    /// A text; an empty one where there is none.
    pub(crate) fn text(self, name: &'static str) -> String {
        let text = self.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    }

    /// The same where a number stands for its text.
    pub(crate) fn text_or_number(self, name: &'static str) -> String {
        match self.get(name).and_then(Value::as_number) {
            Some(number) => whole(number).map_or_else(String::new, |number| number.to_string()),
            None => self.text(name),
        }
    }

    /// A text that a write sends back to keep it. One of another kind must not become an empty one, so
    /// there the answer is no ground for a write.
    pub(crate) fn text_to_keep(self, name: &'static str) -> String {
        if self.get(name).is_some_and(|value| !value.is_string()) {
            self.spoil(name);
        }
        self.text(name)
    }

    /// A text under the first of these names that has one: sites differ, and some send several.
    pub(crate) fn text_of(self, names: &[&'static str]) -> String {
        let mut texts = names.iter().map(|name| self.text(name));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// A whole number, also where it comes as text; other text is as good as nothing.
    pub(crate) fn number(self, name: &'static str) -> Option<i64> {
        match self.get(name)? {
            Value::String(text) => text.trim().parse().ok(),
            Value::Number(number) => whole(number),
            _ => None,
        }
    }

    /// A share of the whole, 0 to 1, in whole per cent, also where it comes as text; nothing for what is
    /// beyond. A text is read as JSON: the standard library's reader of such numbers has tables of
    /// thirteen kilobytes.
    pub(crate) fn percent(self, name: &'static str) -> Option<u8> {
        let share = match self.get(name)? {
            Value::String(text) => parse(text.as_bytes()).ok()?.as_f64()?,
            value => value.as_f64()?,
        };
        let is_share = (0.0..=1.0).contains(&share);
        is_share.then_some((share * 100.0 + 0.5) as u8)
    }

    /// An identifier that is a whole number, also where it comes as text. It stays exact: nothing for one
    /// that was written with a fraction or is beyond 64 bits.
    pub(crate) fn whole_id(self, name: &'static str) -> Option<u64> {
        match self.get(name)? {
            Value::String(text) => text.trim().parse().ok(),
            Value::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// A whole number from 0; nothing for a negative one.
    pub(crate) fn count(self, name: &'static str) -> Option<u64> {
        self.number(name)?.try_into().ok()
    }

    /// A time in milliseconds since 1970, also where it comes as text; 0 and less stand for none.
    pub(crate) fn time(self, name: &'static str) -> Option<Timestamp> {
        let milliseconds = self.number(name)?;
        (milliseconds > 0).then(|| Timestamp::from_milliseconds(milliseconds))
    }

    /// A flag, where there is one.
    pub(crate) fn flag(self, name: &'static str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    /// An object inside of this one, where there is one.
    pub(crate) fn object(self, name: &'static str) -> Option<Self> {
        let object = self.get(name)?.as_object()?;
        Some(Self { object, ..self })
    }

    /// The objects of an array inside of a row. What is there instead of an array spoils nothing else
    /// and counts as one that could not be read.
    pub(crate) fn details<T>(self, name: &'static str, read: impl FnMut(Self) -> T) -> Listed<T> {
        match self.get(name) {
            Some(value) if !value.is_array() => Listed {
                rows: Vec::new(),
                left_out: 1,
            },
            _ => self.rows(name, read),
        }
    }

    /// The objects of an array; none for a missing one.
    pub(crate) fn rows<T>(self, name: &'static str, read: impl FnMut(Self) -> T) -> Listed<T> {
        const NOTHING: &Value = &Value::Null;
        let value = self.object.get(name).unwrap_or(NOTHING);
        rows(value, name, self.problem, read)
    }
}
