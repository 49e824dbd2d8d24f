//! What people copy along around a token.

/// Takes off, at both ends, what no token begins or ends with.
pub(super) fn unwrapped(text: &str) -> &str {
    text.trim_matches(|it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '"' | '\'' | '`' | '‘' | '’' | '“' | '”' | '«' | '»' | ',' | ';' | '\\'
            )
    })
}

/// Takes the scheme of an `Authorization` header off.
pub(super) fn without_bearer(text: &str) -> &str {
    match text.split_at_checked("bearer".len()) {
        Some((scheme, rest))
            if scheme.eq_ignore_ascii_case("bearer") && rest.starts_with(char::is_whitespace) =>
        {
            unwrapped(rest)
        }
        _ => text,
    }
}
