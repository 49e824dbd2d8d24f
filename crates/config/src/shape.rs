//! The keys of the file and what each value has to be, told once: what is checked, what a fault names, and
//! what the schema has.

use cloud_api::{ProjectId, RegionId};
use serde_json::Value;

use crate::address::{is_address, is_host};
use crate::config::LANGUAGES;
use crate::fault::{Fault, Form, Kind, Problem};
use crate::preset::Preset;

/// A key of an object.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    is_needed: bool,
    shape: Shape,
}

/// What a value has to be.
enum Shape {
    Switch,
    /// A number without a fraction, from 0 to this.
    Whole(u16),
    /// A text of at most so many characters.
    Text(usize),
    Of(Form),
    OneOf(&'static [&'static str]),
    /// Something of this, at least once.
    List(&'static Shape),
    Object(&'static [Key]),
    /// Texts under keys of a form.
    Texts(Form),
    /// A text of a form, or an object.
    Either(Form, &'static [Key]),
}

const fn key(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        is_needed: false,
        shape,
    }
}

const fn needed(name: &'static str, shape: Shape) -> Key {
    Key {
        is_needed: true,
        ..key(name, shape)
    }
}

/// Characters that a title, the name of a cloud or an alias may have: they stand in one line.
const MOST_OF_A_NAME: usize = 64;
/// Characters that the notice may have.
const MOST_OF_A_NOTICE: usize = 500;

/// Minutes of a day.
const MOST_MINUTES: u16 = 1_440;

/// Of the file. Where an editor finds the schema is read by nobody else.
pub const FILE: &[Key] = &[
    key("$schema", Shape::Text(2_000)),
    key("title", Shape::Text(MOST_OF_A_NAME)),
    key("notice", Shape::Text(MOST_OF_A_NOTICE)),
    key("read_only", Shape::Switch),
    key("password_sign_in", Shape::Switch),
    key("keep_in_tab", Shape::Switch),
    key("idle_minutes", Shape::Whole(MOST_MINUTES)),
    key("demo", Shape::Switch),
    key("sign_in", Shape::Switch),
    key("languages", Shape::List(&Shape::OneOf(&LANGUAGES))),
    key("clouds", Shape::List(&Shape::Object(CLOUD))),
];

/// Of a cloud.
pub const CLOUD: &[Key] = &[
    key("preset", Shape::OneOf(&Preset::NAMES)),
    key("id", Shape::Of(Form::Segment)),
    key("name", Shape::Text(MOST_OF_A_NAME)),
    needed(
        "regions",
        Shape::List(&Shape::Either(Form::Segment, REGION)),
    ),
    key("project_aliases", Shape::Texts(Form::ProjectId)),
];

/// Of a region.
pub const REGION: &[Key] = &[
    needed("id", Shape::Of(Form::Segment)),
    key("services", Shape::Object(SERVICES)),
];

/// Of the cloud's IAM for all regions, beside the services of one; and in its usual address.
pub const GLOBAL_IAM: &str = "iam_global";

/// Of the services of a region: [`cloud_api::Service::segment`] of each, and [`GLOBAL_IAM`].
pub const SERVICES: &[Key] = &[
    key("iam", Shape::Object(SERVICE)),
    key("swr", Shape::Object(SERVICE)),
    key("hss", Shape::Object(SERVICE)),
    key("ims", Shape::Object(SERVICE)),
    key("enterprise", Shape::Object(SERVICE)),
    key(GLOBAL_IAM, Shape::Object(SERVICE)),
];

/// Of a service.
pub const SERVICE: &[Key] = &[
    key("host", Shape::Of(Form::Host)),
    key("address", Shape::Of(Form::Address)),
];

/// The names of keys.
#[must_use]
pub fn names(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

/// What is wrong with the values of a file, each by itself.
pub(crate) fn faults(file: &Value) -> Vec<Fault> {
    let mut check = Check {
        place: String::new(),
        faults: Vec::new(),
    };
    check.object(file, FILE);
    check.faults
}

struct Check {
    place: String,
    faults: Vec<Fault>,
}

impl Check {
    fn note(&mut self, problem: Problem) {
        self.faults.push(Fault {
            place: self.place.clone(),
            problem,
        });
    }

    /// Checks the value at a place below this one; without a shape the place itself is wrong.
    fn below(&mut self, place: &str, expected: Result<(&Value, &Shape), Problem>) {
        let length = self.place.len();
        if length > 0 && !place.starts_with('[') {
            self.place.push('.');
        }
        self.place.push_str(place);
        match expected {
            Ok((value, shape)) => self.value(value, shape),
            Err(problem) => self.note(problem),
        }
        self.place.truncate(length);
    }

    fn value(&mut self, value: &Value, shape: &Shape) {
        match (shape, value) {
            (Shape::Switch, Value::Bool(_)) => {}
            (Shape::Switch, _) => self.note(Problem::NotOfKind(Kind::Switch)),
            (Shape::Whole(most), _) => {
                if value
                    .as_u64()
                    .is_none_or(|number| number > u64::from(*most))
                {
                    self.note(Problem::NoWholeNumber(*most));
                }
            }
            (Shape::List(of), Value::Array(items)) => {
                if items.is_empty() {
                    self.note(Problem::Empty);
                }
                for (index, item) in items.iter().enumerate() {
                    self.below(&format!("[{index}]"), Ok((item, of)));
                }
            }
            (Shape::List(_), _) => self.note(Problem::NotOfKind(Kind::List)),
            (Shape::Either(form, _), Value::String(text)) => self.form(*form, text),
            (Shape::Object(keys) | Shape::Either(_, keys), _) => self.object(value, keys),
            (Shape::Texts(form), Value::Object(texts)) => {
                for (name, text) in texts {
                    self.below(
                        name,
                        match is_of(*form, name) {
                            true => Ok((text, &Shape::Text(MOST_OF_A_NAME))),
                            false => Err(Problem::NotOfForm(*form)),
                        },
                    );
                }
            }
            (Shape::Texts(_), _) => self.note(Problem::NotOfKind(Kind::Object)),
            (Shape::Text(most), Value::String(text)) => {
                let length = text.trim().chars().count();
                if length == 0 || length > *most {
                    self.note(Problem::TextLength(*most));
                }
            }
            (Shape::Of(form), Value::String(text)) => self.form(*form, text),
            (Shape::OneOf(known), Value::String(text)) => {
                if !known.contains(&&**text) {
                    self.note(Problem::NoneOf(known));
                }
            }
            (Shape::Text(_) | Shape::Of(_) | Shape::OneOf(_), _) => {
                self.note(Problem::NotOfKind(Kind::Text));
            }
        }
    }

    fn form(&mut self, form: Form, text: &str) {
        if !is_of(form, text) {
            self.note(Problem::NotOfForm(form));
        }
    }

    fn object(&mut self, value: &Value, keys: &'static [Key]) {
        let Value::Object(object) = value else {
            return self.note(Problem::NotOfKind(Kind::Object));
        };
        for key in keys {
            if key.is_needed && !object.contains_key(key.name) {
                self.note(Problem::Missing(key.name));
            }
        }
        for (name, value) in object {
            let known = keys.iter().find(|key| key.name == name);
            let is_empty = value.as_array().is_some_and(Vec::is_empty);
            self.below(
                name,
                match known {
                    None => Err(Problem::UnknownKey(names(keys))),
                    Some(Key {
                        is_needed: true,
                        shape: Shape::List(_),
                        ..
                    }) if is_empty => Err(Problem::EmptyNeeded),
                    Some(key) => Ok((value, &key.shape)),
                },
            );
        }
    }
}

fn is_of(form: Form, text: &str) -> bool {
    match form {
        Form::Segment => text.parse::<RegionId>().is_ok(),
        Form::ProjectId => text.parse::<ProjectId>().is_ok(),
        Form::Host => is_host(text),
        Form::Address => is_address(text),
    }
}
