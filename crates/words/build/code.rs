//! The code that the message files become.

use std::error::Error;
use std::fmt::Write as _;

use crate::keys;
use crate::messages::{KINDS, Text, Texts, parameters};

/// A function for each message, the English texts, and what tells a message file of this version.
pub fn of(english: &Texts, file_name: &str) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for (number, (key, text)) in english.iter().enumerate() {
        write_function(&mut code, number, key, text)?;
    }
    write_table(&mut code, english)?;
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
        "    Message::new({number}, vec![{}])",
        arguments.join(", ")
    )?;
    writeln!(code, "}}\n")?;
    Ok(())
}

fn write_table(code: &mut String, english: &Texts) -> Result<(), Box<dyn Error>> {
    writeln!(code, "/// The English texts, in the order of their keys.")?;
    writeln!(
        code,
        "pub(crate) static ENGLISH: [Template<&str>; {}] = [",
        english.len()
    )?;
    for text in english.values() {
        match text {
            Text::Plain(text) => writeln!(code, "    Template::Plain({text:?}),")?,
            Text::Plural(forms) => {
                let other = forms.get("other").ok_or("no form \"other\"")?;
                let one = forms.get("one").unwrap_or(other);
                writeln!(
                    code,
                    "    Template::Plural {{ one: {one:?}, other: {other:?} }},"
                )?;
            }
        }
    }
    writeln!(code, "];\n")?;
    Ok(())
}
