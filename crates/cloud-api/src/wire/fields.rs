//! The fields of JSON objects, read by name with one function for each kind of value. A derived
//! reader is compiled anew for every struct, which is what a first visit would load.

use std::cell::Cell;

use serde_json::{Map, Number, Value};

use super::body;
use super::error::ApiError;
use super::response::Response;
use super::timestamp::Timestamp;

/// An object's fields. A missing or null field gives the kind's empty value; one of another kind
/// spoils the whole answer.
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
    let value = body::decode::<Value>(response)?;
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

/// Reads an answer that is documented as an array of objects; null stands for an empty one.
pub(crate) fn read_array<T>(
    response: &Response,
    read: impl FnMut(Fields<'_>) -> T,
) -> Result<Vec<T>, ApiError> {
    let value = body::decode::<Value>(response)?;
    let problem = Cell::new(None);
    let rows = objects(&value, "the answer", &problem).map(read).collect();
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

fn objects<'a>(
    value: &'a Value,
    name: &'static str,
    problem: &'a Cell<Option<&'static str>>,
) -> impl Iterator<Item = Fields<'a>> {
    let items: &[Value] = match value {
        Value::Array(items) => items,
        Value::Null => &[],
        _ => {
            problem.set(Some(name));
            &[]
        }
    };
    items.iter().filter_map(move |item| match item {
        Value::Object(object) => Some(Fields { object, problem }),
        _ => {
            problem.set(Some(name));
            None
        }
    })
}

/// Without its fraction; nothing for one that is too large.
fn whole(number: &Number) -> Option<i64> {
    if number.is_f64() {
        number.as_f64().map(|number| number as i64)
    } else {
        number.as_i64()
    }
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

    fn of_kind<T>(self, name: &'static str, read: fn(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.get(name)?;
        let read = read(value);
        if read.is_none() {
            self.problem.set(Some(name));
        }
        read
    }

    /// Notes that something was not as documented.
    pub(crate) fn spoil(self, name: &'static str) {
        self.problem.set(Some(name));
    }

    /// A text, or an empty one.
    pub(crate) fn text(self, name: &'static str) -> String {
        self.of_kind(name, Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// A whole number, where there is one.
    pub(crate) fn number(self, name: &'static str) -> Option<i64> {
        self.of_kind(name, Value::as_i64)
    }

    /// A whole number that is not negative, where there is one.
    pub(crate) fn count(self, name: &'static str) -> Option<u64> {
        self.of_kind(name, Value::as_u64)
    }

    /// A text, also where it comes as a number; an empty one where there is none.
    pub(crate) fn text_or_number(self, name: &'static str) -> String {
        match self.get(name) {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => {
                whole(number).map_or_else(String::new, |number| number.to_string())
            }
            Some(_) => {
                self.spoil(name);
                String::new()
            }
        }
    }

    /// A whole number, also where it comes as text; other text is as good as nothing.
    pub(crate) fn number_or_text(self, name: &'static str) -> Option<i64> {
        match self.get(name)? {
            Value::String(text) => text.trim().parse().ok(),
            Value::Number(number) => whole(number),
            _ => {
                self.spoil(name);
                None
            }
        }
    }

    /// The same from 0; nothing for a negative one.
    pub(crate) fn count_or_text(self, name: &'static str) -> Option<u64> {
        self.number_or_text(name)?.try_into().ok()
    }

    /// A time in milliseconds since 1970, also where it comes as text; 0 and less stand for none.
    pub(crate) fn time(self, name: &'static str) -> Option<Timestamp> {
        let milliseconds = self.number_or_text(name)?;
        (milliseconds > 0).then(|| Timestamp::from_milliseconds(milliseconds))
    }

    /// A flag, where there is one.
    pub(crate) fn flag(self, name: &'static str) -> Option<bool> {
        self.of_kind(name, Value::as_bool)
    }

    /// An object inside of this one, where there is one.
    pub(crate) fn object(self, name: &'static str) -> Option<Self> {
        let object = self.of_kind(name, Value::as_object)?;
        Some(Self { object, ..self })
    }

    /// The objects of an array; none for a missing one.
    pub(crate) fn objects(self, name: &'static str) -> impl Iterator<Item = Self> {
        const NOTHING: &Value = &Value::Null;
        objects(self.object.get(name).unwrap_or(NOTHING), name, self.problem)
    }
}
