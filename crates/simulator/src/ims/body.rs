//! The body of a write, checked by the documented rules.

use serde_json::Value;

use crate::gateway::answer::Response;

use super::call::Call;
use super::recipient::Kind;
use super::refusal::invalid;

pub struct Body(Value);

impl Body {
    /// An object in JSON; the header must say so.
    pub fn of(call: &Call<'_>) -> Result<Self, Response> {
        let content_type = call.request.header("Content-Type").unwrap_or_default();
        let content_type = content_type.replace("; ", ";").to_ascii_lowercase();
        if !["application/json", "application/json;charset=utf-8"].contains(&&*content_type) {
            return Err(invalid("Content-Type"));
        }
        match serde_json::from_slice(&call.request.body) {
            Ok(body @ Value::Object(_)) => Ok(Self(body)),
            Ok(_) | Err(_) => Err(invalid("body")),
        }
    }

    /// A text that must be there.
    pub fn text(&self, name: &str) -> Result<&str, Response> {
        let text = self.0[name].as_str().filter(|text| !text.is_empty());
        text.ok_or_else(|| invalid(name))
    }

    /// A text that may be left out.
    pub fn optional_text(&self, name: &str) -> Result<Option<&str>, Response> {
        match &self.0[name] {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text)),
            _ => Err(invalid(name)),
        }
    }

    /// The images: at least one, each once.
    pub fn images(&self) -> Result<Vec<String>, Response> {
        let images = self.list("images")?;
        let images = images.filter(|images| !images.is_empty());
        images.ok_or_else(|| invalid("images"))
    }

    /// The recipients by kind: at least one, each once. `projects` may be missing only beside another
    /// list (corrections §4).
    pub fn recipients(&self, projects_alone: bool) -> Result<Vec<(Kind, String)>, Response> {
        let mut named = Vec::new();
        let mut lists = 0;
        for kind in Kind::ALL {
            if projects_alone && kind != Kind::Project {
                continue;
            }
            if let Some(list) = self.list(kind.list())? {
                lists += 1;
                named.extend(list.into_iter().map(|text| (kind, text)));
            }
        }
        match lists == 0 || named.is_empty() {
            true => Err(invalid("projects")),
            false => Ok(named),
        }
    }

    fn list(&self, name: &str) -> Result<Option<Vec<String>>, Response> {
        let list = match self.0.get(name) {
            None => return Ok(None),
            Some(Value::Array(list)) => list,
            Some(_) => return Err(invalid(name)),
        };
        let mut texts: Vec<String> = Vec::new();
        for value in list {
            match value.as_str() {
                None | Some("") => return Err(invalid(name)),
                Some(text) if texts.iter().any(|known| known == text) => {}
                Some(text) => texts.push(text.to_owned()),
            }
        }
        Ok(Some(texts))
    }
}
