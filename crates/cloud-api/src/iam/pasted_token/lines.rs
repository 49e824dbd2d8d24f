//! A token whose one line was broken into several.

use super::rule::{TokenError, is_of_token};

/// The widths at which mail programs, encoders and terminals break lines.
const NARROWEST: usize = 40;
const WIDEST: usize = 132;

/// Letters in which two tokens of one cloud begin alike; by chance one line in sixteen million does.
const BEGINNING: usize = 4;

/// The lines as one, where they can only be pieces of one token: all as wide as the first but the last,
/// which is no wider. A text of one line stays as it is.
pub(super) fn joined(text: &str) -> Result<String, TokenError> {
    joined_at(text, text.lines().next().map_or(0, width_of))
}

/// The width of a line without what only says that it goes on.
pub(super) fn width_of(line: &str) -> usize {
    count(without_sign(line))
}

fn without_sign(line: &str) -> &str {
    line.trim_end().trim_end_matches('\\').trim_end()
}

/// The same where the first line has something before it, so that it was `width` wide.
pub(super) fn joined_at(text: &str, width: usize) -> Result<String, TokenError> {
    let trimmed = text.lines().map(|line| without_sign(line).trim_start());
    let mut lines = trimmed.filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.collect();
    let Some((last, between)) = rest.split_last() else {
        return Ok(first.to_owned());
    };
    let is_wrapped = (NARROWEST..=WIDEST).contains(&width)
        && between.iter().all(|line| count(line) == width)
        && count(last) <= width;
    let is_clean = |line: &&str| line.chars().all(is_of_token);
    if !is_wrapped || !is_clean(&first) || !rest.iter().all(is_clean) {
        return Err(TokenError::WhiteSpace {
            position: count(first) + 1,
        });
    }
    let beginning: String = first.chars().take(BEGINNING).collect();
    if rest.iter().any(|line| line.starts_with(&beginning)) {
        return Err(TokenError::Several);
    }
    Ok(std::iter::once(first).chain(rest).collect())
}

fn count(line: &str) -> usize {
    line.chars().count()
}
