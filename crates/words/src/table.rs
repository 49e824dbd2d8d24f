//! The texts of a language that is not part of the program.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::template::Template;
use crate::{keys, text};

/// The file with the Chinese texts, below the address of the console. A hash of its content is in its
/// name, so that no cache gives an older one for it.
pub const CHINESE_FILE: &str = text::CHINESE_FILE;

/// All messages of a language that was fetched.
#[derive(Debug)]
pub struct Table {
    templates: Vec<Template<Box<str>>>,
}

impl Table {
    /// Reads a message file; `None` when it is not one of this version of the console.
    #[must_use]
    pub fn parse(file: &[u8]) -> Option<Self> {
        // Read as answers of the cloud are: a reader of another kind would be another one to load.
        let Ok(Value::Object(file)) = serde_json::from_str(str::from_utf8(file).ok()?) else {
            return None;
        };
        // A message is found by the place of its key, and how the parser stores an object is not ours.
        let mut by_key = BTreeMap::new();
        for (key, value) in file {
            by_key.insert(key, value);
        }
        if keys::hash(&mut by_key.keys().map(String::as_str)) != text::KEYS {
            return None;
        }
        let templates: Option<Vec<_>> = by_key.values().map(template).collect();
        Some(Self {
            templates: templates?,
        })
    }

    /// The text of a message.
    pub(crate) fn template(&self, number: usize) -> Option<Template<&str>> {
        Some(match self.templates.get(number)? {
            Template::Plain(text) => Template::Plain(text),
            Template::Plural { one, other } => Template::Plural { one, other },
        })
    }
}

fn template(value: &Value) -> Option<Template<Box<str>>> {
    match value {
        Value::Object(forms) => {
            let other = form(forms.get("other")?)?;
            let one = forms.get("one").and_then(form);
            Some(Template::Plural {
                one: one.unwrap_or_else(|| other.clone()),
                other,
            })
        }
        value => form(value).map(Template::Plain),
    }
}

fn form(value: &Value) -> Option<Box<str>> {
    value.as_str().map(Box::from)
}
