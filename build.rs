//! Turns the message files into typed functions: a missing, surplus or differently parameterised
//! message stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

/// One message: its plain text, or its plural forms by category.
enum Text {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let english = read("locales/en.json")?;
    let chinese = read("locales/zh-CN.json")?;
    compare(&english, &chinese)?;
    let mut code = String::new();
    for (number, (key, text)) in english.iter().enumerate() {
        write_function(&mut code, number, key, text)?;
    }
    write_table(&mut code, &english)?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("messages.rs"), code)?;
    if std::env::var_os("CARGO_FEATURE_SEPARATE_AREAS").is_some() {
        // What refers to what; the program is cut by it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}

fn read(path: &str) -> Result<BTreeMap<String, Text>, Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={path}");
    let file: BTreeMap<String, Value> = serde_json::from_str(&std::fs::read_to_string(path)?)
        .map_err(|error| format!("{path}: {error}"))?;
    let mut texts = BTreeMap::new();
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
                    return Err(format!("{path}: {key}: the form \"other\" is missing").into());
                }
                Text::Plural(by_category)
            }
            _ => return Err(format!("{path}: {key}: neither text nor forms").into()),
        };
        texts.insert(key, text);
    }
    Ok(texts)
}

fn compare(
    english: &BTreeMap<String, Text>,
    other: &BTreeMap<String, Text>,
) -> Result<(), Box<dyn std::error::Error>> {
    for key in english.keys() {
        if !other.contains_key(key) {
            return Err(format!("locales/zh-CN.json lacks \"{key}\"").into());
        }
    }
    for (key, text) in other {
        let Some(original) = english.get(key) else {
            return Err(
                format!("locales/zh-CN.json has \"{key}\", locales/en.json has not").into(),
            );
        };
        if parameters(key, original)? != parameters(key, text)? {
            return Err(format!("\"{key}\": the languages have different parameters").into());
        }
    }
    Ok(())
}

/// Parameters as name → kind; each is written `{name:kind}`.
fn parameters(key: &str, text: &Text) -> Result<BTreeMap<String, String>, String> {
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
            if !["number", "name", "text"].contains(&kind) {
                return Err(format!("\"{key}\": unknown kind \"{kind}\""));
            }
            found.insert(name.to_owned(), kind.to_owned());
        }
    }
    if matches!(text, Text::Plural(_)) && found.get("count").map(String::as_str) != Some("number") {
        return Err(format!("\"{key}\": plural forms need {{count:number}}"));
    }
    Ok(found)
}

fn write_function(
    code: &mut String,
    number: usize,
    key: &str,
    text: &Text,
) -> Result<(), Box<dyn std::error::Error>> {
    let parameters = parameters(key, text)?;
    let name = key.replace(['.', '-'], "_");
    let example = match text {
        Text::Plain(text) => text,
        Text::Plural(forms) => forms.get("other").ok_or("no form \"other\"")?,
    };
    let list: Vec<String> = parameters
        .iter()
        .map(|(name, kind)| match kind.as_str() {
            "number" => format!("{name}: u64"),
            _ => format!("{name}: impl Into<String>"),
        })
        .collect();
    let arguments: Vec<String> = parameters
        .iter()
        .map(|(name, kind)| match kind.as_str() {
            "number" => format!("({name:?}, Argument::Number({name}))"),
            "name" => format!("({name:?}, Argument::Name({name}.into()))"),
            _ => format!("({name:?}, Argument::Text({name}.into()))"),
        })
        .collect();
    writeln!(code, "/// {}", example.replace('\n', " "))?;
    writeln!(code, "#[must_use]")?;
    writeln!(code, "pub fn {name}({}) -> Message {{", list.join(", "))?;
    writeln!(
        code,
        "    Message::new({number}, vec![{}])",
        arguments.join(", ")
    )?;
    writeln!(code, "}}\n")?;
    Ok(())
}

fn write_table(
    code: &mut String,
    english: &BTreeMap<String, Text>,
) -> Result<(), Box<dyn std::error::Error>> {
    let names: BTreeSet<&String> = english.keys().collect();
    let joined: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    let length = joined.join("\n").len();
    writeln!(
        code,
        "/// Tells a message file of another version of the console."
    )?;
    writeln!(
        code,
        "pub(super) const KEYS: (usize, usize) = ({}, {length});\n",
        names.len()
    )?;
    writeln!(code, "/// The English texts, in the order of their keys.")?;
    writeln!(
        code,
        "pub(super) static ENGLISH: [Template<&str>; {}] = [",
        english.len()
    )?;
    for text in english.values() {
        match text {
            Text::Plain(text) => writeln!(code, "    Template::Plain({text:?}),")?,
            Text::Plural(forms) => {
                let one = forms.get("one").or(forms.get("other")).ok_or("no form")?;
                let other = forms.get("other").ok_or("no form \"other\"")?;
                writeln!(
                    code,
                    "    Template::Plural {{ one: {one:?}, other: {other:?} }},"
                )?;
            }
        }
    }
    writeln!(code, "];")?;
    Ok(())
}
