//! "Copy as curl": a request as a command line that a person can run in a shell.

use super::shell::{quoted, quoted_body};
use crate::{HeaderValue, Request};

/// The command, or `None` when a value holds a character that nobody sees: no quoting makes it safe
/// to look at. `address` is where the service is, such as `https://console.example.com/sub/api/swr`.
///
/// Neither the token nor another secret is ever in it: the command takes them from the environment
/// variables `TOKEN` and `SECRET`. Values stand in POSIX single quotes.
#[must_use]
pub fn command(request: &Request, address: &str) -> Option<String> {
    let address = format!("{address}{}", request.path_and_query());
    let mut words = vec![
        "curl".to_owned(),
        "-X".to_owned(),
        request.method().as_str().to_owned(),
    ];
    words.push(quoted(&address)?);
    words.push(r#"-H "X-Auth-Token: $TOKEN""#.to_owned());
    words.push("-H 'X-Image-Console: 1'".to_owned());
    for (name, value) in &request.headers {
        match value {
            HeaderValue::Plain(value) => {
                words.push("-H".to_owned());
                words.push(quoted(&format!("{name}: {value}"))?);
            }
            HeaderValue::Secret(_) => words.push(format!(r#"-H "{name}: $TOKEN""#)),
        }
    }
    if !request.body.is_empty() {
        words.push("--data-raw".to_owned());
        words.push(quoted_body(request)?);
    }
    Some(words.join(" "))
}
