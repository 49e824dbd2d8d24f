//! Attributes and nested blocks in Terraform's language.

use crate::text::is_unseen;

/// A value of an attribute.
pub(super) enum Attribute<'a> {
    Text(&'a str),
    Texts(Vec<&'a str>),
    Flag(bool),
    Number(u64),
    /// Texts by names.
    Map(Vec<(&'a str, &'a str)>),
    /// What is set when Terraform is run.
    Variable(&'static str),
}

/// A block inside of a resource or of another block.
pub(super) struct Block<'a> {
    pub(super) name: &'static str,
    pub(super) attributes: Vec<(&'static str, Attribute<'a>)>,
    pub(super) inner: Vec<Block<'a>>,
}

impl Block<'_> {
    pub(super) fn text(&self, indent: &str) -> Option<String> {
        let deeper = format!("{indent}  ");
        let mut text = format!("{indent}{} {{\n", self.name);
        text += &lines(&self.attributes, &deeper)?;
        for inner in &self.inner {
            text += &format!("\n{}", inner.text(&deeper)?);
        }
        text += &format!("{indent}}}\n");
        Some(text)
    }
}

/// Attributes one a line, their values in one column, as `terraform fmt` has them.
pub(super) fn lines(attributes: &[(&str, Attribute<'_>)], indent: &str) -> Option<String> {
    let width = attributes.iter().map(|(name, _)| name.len()).max()?;
    let mut text = String::new();
    for (name, value) in attributes {
        let value = match value {
            Attribute::Text(text) => string(text)?,
            Attribute::Texts(texts) => {
                let texts: Option<Vec<String>> = texts.iter().map(|text| string(text)).collect();
                format!("[{}]", texts?.join(", "))
            }
            Attribute::Flag(flag) => flag.to_string(),
            Attribute::Number(number) => number.to_string(),
            Attribute::Map(pairs) => {
                let pairs = pairs.iter().map(|(name, text)| {
                    let (name, text) = (string(name)?, string(text)?);
                    Some(format!("{indent}  {name} = {text}\n"))
                });
                let pairs: Option<String> = pairs.collect();
                format!("{{\n{}{indent}}}", pairs?)
            }
            Attribute::Variable(name) => format!("var.{name}"),
        };
        text += &format!("{indent}{name:width$} = {value}\n");
    }
    Some(text)
}

/// A quoted string of Terraform's language, in which `${` and `%{` begin what is evaluated.
pub(super) fn string(text: &str) -> Option<String> {
    let mut quoted = "\"".to_owned();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted += "\\n",
            '\r' => quoted += "\\r",
            '\t' => quoted += "\\t",
            '$' | '%' if characters.peek() == Some(&'{') => quoted.extend([character, character]),
            _ if is_unseen(character) => return None,
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    Some(quoted)
}
