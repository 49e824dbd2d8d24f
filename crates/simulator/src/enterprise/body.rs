//! The body of a write, read by the documented rules.

use serde_json::Value;

use crate::gateway::answer::Response;
use crate::gateway::incoming::Incoming;

use super::refusal::invalid;

pub struct Body(Value);

impl Body {
    /// An object in JSON; the header must say so.
    pub fn of(request: &Incoming) -> Result<Self, Response> {
        let content_type = request.header("Content-Type").unwrap_or_default();
        let content_type = content_type.replace("; ", ";").to_ascii_lowercase();
        if !["application/json", "application/json;charset=utf-8"].contains(&&*content_type) {
            return Err(invalid("Content-Type"));
        }
        match serde_json::from_slice(&request.body) {
            Ok(body @ Value::Object(_)) => Ok(Self(body)),
            Ok(_) | Err(_) => Err(invalid("body")),
        }
    }

    /// Another object, as it stands in one.
    pub fn object(&self, name: &str) -> Result<Option<Self>, Response> {
        match &self.0[name] {
            Value::Null => Ok(None),
            inner @ Value::Object(_) => Ok(Some(Self(inner.clone()))),
            _ => Err(invalid(name)),
        }
    }

    /// Objects in a list that must be there.
    pub fn objects(&self, name: &str) -> Result<Vec<Self>, Response> {
        let list = self.0[name].as_array().ok_or_else(|| invalid(name))?;
        let each = list.iter().map(|one| match one {
            Value::Object(_) => Ok(Self(one.clone())),
            _ => Err(invalid(name)),
        });
        each.collect()
    }

    /// Names and texts of an object; nothing where one of them is no text.
    pub fn texts(&self) -> Option<Vec<(String, String)>> {
        let fields = self.0.as_object()?.iter();
        fields
            .map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect()
    }

    /// A text that must be there and not be empty.
    pub fn text(&self, name: &str) -> Result<String, Response> {
        let text = self.0[name].as_str().filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or_else(|| invalid(name))
    }

    /// A text that may be left out; then it is empty.
    pub fn text_or_empty(&self, name: &str) -> Result<String, Response> {
        match &self.0[name] {
            Value::Null => Ok(String::new()),
            Value::String(text) => Ok(text.clone()),
            _ => Err(invalid(name)),
        }
    }

    /// One of the known words.
    pub fn word(&self, name: &str, known: &[&'static str]) -> Result<&'static str, Response> {
        let word = self.0[name].as_str();
        let found = known.iter().find(|known| Some(**known) == word);
        found.copied().ok_or_else(|| invalid(name))
    }

    /// A flag that must be there.
    pub fn flag(&self, name: &str) -> Result<bool, Response> {
        self.0[name].as_bool().ok_or_else(|| invalid(name))
    }

    /// A flag that is off where it is left out.
    pub fn flag_or_off(&self, name: &str) -> Result<bool, Response> {
        match &self.0[name] {
            Value::Null => Ok(false),
            _ => self.flag(name),
        }
    }

    /// A whole number from 0.
    pub fn number(&self, name: &str) -> Result<u64, Response> {
        self.0[name].as_u64().ok_or_else(|| invalid(name))
    }

    /// A name of letters, digits, Chinese characters, `_` and `-`.
    pub fn name(&self, longest: usize) -> Result<String, Response> {
        let name = self.text("name")?;
        let is_known = |character: char| {
            character.is_ascii_alphanumeric()
                || matches!(character, '_' | '-' | '\u{4e00}'..='\u{9fa5}')
        };
        match name.chars().count() <= longest && name.chars().all(is_known) {
            true => Ok(name),
            false => Err(invalid("name")),
        }
    }
}
