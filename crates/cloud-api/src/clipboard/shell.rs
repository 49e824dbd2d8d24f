//! Words of a POSIX shell.

/// The text as one word, in single quotes; `None` when it holds a control character, which no
/// quoting makes safe to look at.
pub(crate) fn quoted(text: &str) -> Option<String> {
    if text.chars().any(char::is_control) {
        return None;
    }
    Some(format!("'{}'", text.replace('\'', r"'\''")))
}
