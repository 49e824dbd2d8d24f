//! Tokens in JSON: headers or a command's output as a program prints them.

use serde_json::Value;

use super::around::without_bearer;
use super::named::{Found, Place, place_of};
use super::rule::checked;

/// Objects nest a few deep; a hostile text is not followed further.
const DEEPEST: usize = 8;

/// The tokens that a JSON text names; `None` for what is none.
pub(super) fn in_json(text: &str) -> Option<Vec<Found>> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let value = serde_json::from_str(text.trim_end_matches([',', ';'])).ok()?;
    let mut found = Vec::new();
    collect(&value, 0, &mut found);
    Some(found)
}

fn collect(value: &Value, depth: usize, found: &mut Vec<Found>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                collect(item, depth + 1, found);
            }
        }
        Value::Object(fields) => {
            // What `openstack token issue -f json` prints.
            if fields.contains_key("expires") {
                push(Place::Elsewhere, fields.get("id"), found);
            }
            for (name, value) in fields {
                match place_of(name) {
                    Some(place) => push(place, Some(value), found),
                    None => collect(value, depth + 1, found),
                }
                if value.is_object() {
                    collect(value, depth + 1, found);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A header's value may be a list of one.
fn push(place: Place, value: Option<&Value>, found: &mut Vec<Found>) {
    let texts = match value {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![&**text],
        _ => Vec::new(),
    };
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        let token = checked(without_bearer(text.trim()));
        found.push(Found { place, token });
    }
}
