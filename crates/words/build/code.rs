//! The code that the message files become.

use std::error::Error;
use std::fmt::Write as _;

use crate::keys;
use crate::messages::{KINDS, Text, Texts, parameters};

/// A function for each message with its English text, and what tells a message file of this version.
pub fn of(english: &Texts, file_name: &str) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for (number, (key, text)) in english.iter().enumerate() {
        write_function(&mut code, number, key, text)?;
    }
    let hash = keys::hash(&mut english.keys().map(String::as_str));
    writeln!(code, "/// Tells a message file of another version.")?;
    writeln!(code, "pub(crate) const KEYS: u64 = {hash:#x};\n")?;
    writeln!(code, "/// The file with the Chinese texts.")?;
    writeln!(code, "pub(crate) const CHINESE_FILE: &str = {file_name:?};")?;
    Ok(code)
}

fn write_function(
    code: &mut String,
    number: usize,
    key: &str,
    text: &Text,
) -> Result<(), Box<dyn Error>> {
    let parameters = parameters(key, text)?;
    let name = key.replace(['.', '-'], "_");
    let example = match text {
        Text::Plain(text) => text,
        Text::Plural(forms) => forms.get("other").ok_or("no form \"other\"")?,
    };
    let (mut list, mut arguments) = (Vec::new(), Vec::new());
    for (name, kind) in &parameters {
        let taken = KINDS.iter().find(|(known, _)| known == kind);
        let (_, taken) = taken.ok_or("an unknown kind")?;
        list.push(format!("{name}: {taken}"));
        let argument = match kind.as_str() {
            "number" => format!("Argument::Number({name})"),
            "message" => format!("Argument::Message({name})"),
            "time" => format!("Argument::Time({name})"),
            _ => format!("Argument::Name({name}.into())"),
        };
        arguments.push(format!("({name:?}, {argument})"));
    }
    writeln!(code, "/// {}", example.replace('\n', " "))?;
    writeln!(code, "#[must_use]")?;
    writeln!(code, "pub fn {name}({}) -> Message {{", list.join(", "))?;
    writeln!(
        code,
        "    static SOURCE: Source = Source {{ number: {number}, english: {} }};",
        template(text)?
    )?;
    writeln!(
        code,
        "    Message::new(&SOURCE, vec![{}])",
        arguments.join(", ")
    )?;
    writeln!(code, "}}\n")?;
    Ok(())
}

/// The English text as code.
fn template(text: &Text) -> Result<String, Box<dyn Error>> {
    Ok(match text {
        Text::Plain(text) => format!("Template::Plain({text:?})"),
        Text::Plural(forms) => {
            let other = forms.get("other").ok_or("no form \"other\"")?;
            let one = forms.get("one").unwrap_or(other);
            format!("Template::Plural {{ one: {one:?}, other: {other:?} }}")
        }
    })
}
