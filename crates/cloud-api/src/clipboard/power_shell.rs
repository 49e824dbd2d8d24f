//! "Copy as PowerShell": a request as a line that a person can run in PowerShell, the old one that
//! Windows comes with as well as the new one.
//!
//! The old one passes `"` and a last `\` of an argument on to a program as they must not be, and the
//! new one does it rightly (about_Parsing, "Passing arguments to native commands"): no argument has
//! any. The body goes through a pipe, as JSON in ASCII, because the old one pipes nothing else.

use crate::{HeaderValue, Request};

/// The line, or `None` when a header has a character that no quoting carries safely. `address` is
/// where the service is. It calls `curl.exe`: in the old PowerShell `curl` is something else.
///
/// Neither the token nor another secret is ever in it: the line takes them from the environment variables
/// `TOKEN` and `SECRET`.
#[must_use]
pub fn command(request: &Request, address: &str) -> Option<String> {
    let mut words = Vec::new();
    if !request.body.is_empty() {
        words.push(body(request)?);
        words.push("|".to_owned());
    }
    words.push("curl.exe -X".to_owned());
    words.push(request.method().as_str().to_owned());
    let path = request.path_and_query();
    words.push(quoted(&argument(format!("{address}{path}"))?)?);
    words.push(r#"-H "X-Auth-Token: $env:TOKEN""#.to_owned());
    words.push("-H 'X-Image-Console: 1'".to_owned());
    for (name, value) in &request.headers {
        match value {
            HeaderValue::Plain(value) => {
                words.push("-H".to_owned());
                words.push(quoted(&argument(format!("{name}: {value}"))?)?);
            }
            HeaderValue::Secret(_) => words.push(format!(r#"-H "{name}: $env:TOKEN""#)),
        }
    }
    if !request.body.is_empty() {
        words.push("--data-binary '@-'".to_owned());
    }
    Some(words.join(" "))
}

fn body(request: &Request) -> Option<String> {
    let body = std::str::from_utf8(&request.body).ok()?;
    let Some(place) = request.lacks_secret_at else {
        return quoted(&ascii(body)?);
    };
    let (head, tail) = body.split_at_checked(place)?;
    let (head, tail) = (quoted(&ascii(head)?)?, quoted(&ascii(tail)?)?);
    Some(format!("({head} + $env:SECRET + {tail})"))
}

/// A text that is passed on as one argument by both; `None` for one that is not.
fn argument(text: String) -> Option<String> {
    let is_safe = |it: char| matches!(it, ' '..='~') && !matches!(it, '"' | '\\');
    text.chars().all(is_safe).then_some(text)
}

/// A text as a literal: nothing is special in single quotes but they themselves (about_Quoting_Rules).
/// `None` for one that is not ASCII: other quotes count as single ones too.
fn quoted(text: &str) -> Option<String> {
    let is_plain = text.chars().all(|it| matches!(it, ' '..='~'));
    is_plain.then(|| format!("'{}'", text.replace('\'', "''")))
}

/// JSON with nothing but ASCII in it, which is the same to whoever reads it: outside of its strings it
/// is ASCII already. `None` for one with line breaks, which stand outside.
fn ascii(json: &str) -> Option<String> {
    if json.chars().any(|it| it < ' ') {
        return None;
    }
    let mut escaped = String::new();
    for character in json.chars() {
        if matches!(character, ' '..='~') {
            escaped.push(character);
            continue;
        }
        let mut units = [0; 2];
        for unit in character.encode_utf16(&mut units) {
            escaped += &format!("\\u{unit:04x}");
        }
    }
    Some(escaped)
}
