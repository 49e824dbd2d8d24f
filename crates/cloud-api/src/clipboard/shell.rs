//! Words of a POSIX shell.

use crate::text::is_unseen;

/// The text as one word, in single quotes; `None` when it holds a character that nobody sees, such
/// as a control or bidirectional one: no quoting makes it safe to look at.
pub(crate) fn quoted(text: &str) -> Option<String> {
    if text.chars().any(is_unseen) {
        return None;
    }
    Some(format!("'{}'", text.replace('\'', r"'\''")))
}
