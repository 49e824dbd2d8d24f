//! Names of organizations of the Organizations service.

use super::carried::check_carried;
use super::ids::check_hex;
use super::ruled::{TextError, ruled_text};

ruled_text!(
    /// An organization of the Organizations service, its root, or a unit of it, by URN, such as
    /// `organizations::<account ID>:ou:o-1a2b/ou-3c4d` (corrections §4).
    OrganizationUrn,
    check_urn,
    check_carried
);

/// What it begins with; no region stands between the two colons.
const BEGINNING: &str = "organizations::";

/// What can be named, and what the parts of its own ID begin with.
const KINDS: [(&str, &[&str]); 3] = [
    ("organization", &["o-"]),
    ("root", &["o-", "r-"]),
    ("ou", &["o-", "ou-"]),
];

fn check_urn(text: &str) -> Result<(), TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    fits(text).map_err(|fitting| TextError::OrganizationUrn {
        text: text.to_owned(),
        position: text.get(..fitting).unwrap_or(text).chars().count() + 1,
    })
}

/// The error is how many bytes fit.
fn fits(text: &str) -> Result<(), usize> {
    let in_account = behind(text, 0, BEGINNING)?;
    let rest = &text[in_account..];
    let account = rest.split(':').next().unwrap_or_default();
    if let Err(error) = check_hex(account) {
        let fitting = match error {
            TextError::Character { position, .. } => position - 1,
            _ => account.len().min(32),
        };
        return Err(in_account + fitting);
    }
    let in_kind = behind(text, in_account + account.len(), ":")?;
    let name = text[in_kind..].split(':').next().unwrap_or_default();
    let Some((_, parts)) = KINDS.iter().find(|(kind, _)| *kind == name) else {
        return Err(in_kind);
    };
    let mut at = behind(text, in_kind + name.len(), ":")?;
    for (place, beginning) in parts.iter().enumerate() {
        if place > 0 {
            at = behind(text, at, "/")?;
        }
        at = behind(text, at, beginning)?;
        let is_part =
            |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
        let length = text[at..].find(|character| !is_part(character));
        let length = length.unwrap_or(text.len() - at);
        if length == 0 {
            return Err(at);
        }
        at += length;
    }
    match at == text.len() {
        true => Ok(()),
        false => Err(at),
    }
}

/// Where the text goes on behind these words, which stand at a place of it.
fn behind(text: &str, at: usize, words: &str) -> Result<usize, usize> {
    let there = text[at..].chars().zip(words.chars());
    let same: usize = there
        .take_while(|(is, wanted)| is == wanted)
        .map(|(is, _)| is.len_utf8())
        .sum();
    match same == words.len() {
        true => Ok(at + same),
        false => Err(at + same),
    }
}
