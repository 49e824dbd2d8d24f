//! Words of a POSIX shell.

use crate::Request;
use crate::text::is_unseen;

/// A body as one word. What it lacks is taken from the environment variable `SECRET`.
pub(crate) fn quoted_body(request: &Request) -> Option<String> {
    let body = std::str::from_utf8(&request.body).ok()?;
    quoted_lacking(body, request.lacks_secret_at)
}

/// A text as one word, at one place of which the secret belongs.
pub(crate) fn quoted_lacking(text: &str, place: Option<usize>) -> Option<String> {
    let Some(place) = place else {
        return quoted(text);
    };
    let (head, tail) = text.split_at_checked(place)?;
    Some(format!("{}\"$SECRET\"{}", quoted(head)?, quoted(tail)?))
}

/// The text as one word, in single quotes; `None` when it holds a character that nobody sees, such
/// as a control or bidirectional one: no quoting makes it safe to look at.
pub(crate) fn quoted(text: &str) -> Option<String> {
    if text.chars().any(is_unseen) {
        return None;
    }
    Some(format!("'{}'", text.replace('\'', r"'\''")))
}
