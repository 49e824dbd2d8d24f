//! The fields of JSON objects, read by name with one function for each kind of value. A derived
//! reader is compiled anew for every struct, which is what a first visit would load.

use std::cell::Cell;

use serde_json::{Map, Value};

use crate::{ApiError, Response, body};

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

impl<'a> Fields<'a> {
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
