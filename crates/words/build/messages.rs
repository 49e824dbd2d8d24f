//! The message files: what stands in them, and whether they fit together.

use std::collections::BTreeMap;

use serde_json::Value;

/// Kinds of parameters, with the type that a message takes for each.
pub const KINDS: [(&str, &str); 4] = [
    ("message", "Message"),
    ("name", "impl Into<String>"),
    ("number", "u64"),
    ("time", "Timestamp"),
];

/// One message: its plain text, or its plural forms by category.
pub enum Text {
    /// One text.
    Plain(String),
    /// A text for each category; `other` is among them.
    Plural(BTreeMap<String, String>),
}

/// The messages of a language by key.
pub type Texts = BTreeMap<String, Text>;

/// Reads a file.
pub fn parse(path: &str, content: &str) -> Result<Texts, String> {
    let file: BTreeMap<String, Value> =
        serde_json::from_str(content).map_err(|error| format!("{path}: {error}"))?;
    let mut texts = Texts::new();
    for (key, value) in file {
        let text = match value {
            Value::String(text) => Text::Plain(text),
            Value::Object(forms) => {
                let mut by_category = BTreeMap::new();
                for (category, form) in forms {
                    let form = form
                        .as_str()
                        .ok_or(format!("{path}: {key}: a form is no text"))?;
                    by_category.insert(category, form.to_owned());
                }
                if !by_category.contains_key("other") {
                    return Err(format!("{path}: {key}: the form \"other\" is missing"));
                }
                Text::Plural(by_category)
            }
            _ => return Err(format!("{path}: {key}: neither text nor forms")),
        };
        texts.insert(key, text);
    }
    Ok(texts)
}

/// Whether another language says the same as English.
pub fn compare(english: &Texts, other: &Texts) -> Result<(), String> {
    for key in english.keys() {
        if !other.contains_key(key) {
            return Err(format!("locales/zh-CN.json lacks \"{key}\""));
        }
    }
    for (key, text) in other {
        let Some(original) = english.get(key) else {
            return Err(format!(
                "locales/zh-CN.json has \"{key}\", locales/en.json has not"
            ));
        };
        if parameters(key, original)? != parameters(key, text)? {
            return Err(format!(
                "\"{key}\": the languages have different parameters"
            ));
        }
    }
    Ok(())
}

/// Parameters as name → kind; each is written `{name:kind}`.
pub fn parameters(key: &str, text: &Text) -> Result<BTreeMap<String, String>, String> {
    let forms: Vec<&String> = match text {
        Text::Plain(text) => vec![text],
        Text::Plural(forms) => forms.values().collect(),
    };
    let mut found = BTreeMap::new();
    for form in forms {
        for piece in form.split('{').skip(1) {
            let (inside, _) = piece
                .split_once('}')
                .ok_or(format!("\"{key}\": a brace is not closed"))?;
            let (name, kind) = inside
                .split_once(':')
                .ok_or(format!("\"{key}\": {{{inside}}} has no kind"))?;
            if !KINDS.iter().any(|(known, _)| *known == kind) {
                return Err(format!("\"{key}\": unknown kind \"{kind}\""));
            }
            let former = found.insert(name.to_owned(), kind.to_owned());
            if former.is_some_and(|former| former != kind) {
                return Err(format!("\"{key}\": \"{name}\" is of two kinds"));
            }
        }
    }
    if matches!(text, Text::Plural(_)) && found.get("count").map(String::as_str) != Some("number") {
        return Err(format!("\"{key}\": plural forms need {{count:number}}"));
    }
    Ok(found)
}
