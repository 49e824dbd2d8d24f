//! A token as people copy it: alone, in quotes, as a variable, in a header, in a whole answer.
//!
//! What surrounds a token is taken off only where it cannot be part of one, and of a text that holds
//! several nothing is taken.

mod around;
mod in_json;
mod in_table;
mod lines;
mod named;
mod rule;

use crate::Secret;
use around::{unwrapped, without_bearer};
use in_json::in_json;
use in_table::in_table;
use lines::joined;
use named::{Found, MOST, Place, named, place_of};
use rule::checked;

pub use rule::TokenError;

/// A token as a person pasted it, cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenText(Secret);

impl TokenText {
    /// Characters that a token has at most.
    pub const MAXIMUM: usize = rule::MAXIMUM;

    /// Cleans a pasted text. Of a whole answer its `X-Subject-Token` is taken, which is the token that the
    /// call was made for; of anything else the one token that it names.
    ///
    /// # Errors
    /// [`TokenError`] says what is wrong and where, never what the text was.
    pub fn parse(pasted: &str) -> Result<Self, TokenError> {
        let text: String = pasted.chars().filter(|it| !is_filler(*it)).collect();
        let text = text.trim();
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        let found = in_json(text).or_else(|| in_table(text));
        let found = found.unwrap_or_else(|| named(text));
        let token = match chosen(&found)? {
            Some(token) => token,
            None if is_answer(text) => return Err(TokenError::AnswerWithoutToken),
            None => alone(text)?,
        };
        Ok(Self(Secret::new(token)))
    }

    /// The token, to send it.
    #[must_use]
    pub fn into_secret(self) -> Secret {
        self.0
    }
}

/// What shows nothing and comes along from pages, chats and documents.
fn is_filler(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// What an answer gives goes before what a request was sent with.
fn chosen(found: &[Found]) -> Result<Option<String>, TokenError> {
    if found.len() > MOST {
        return Err(TokenError::Several);
    }
    let is_given = |found: &&Found| found.place == Place::Answer;
    let given: Vec<&Found> = found.iter().filter(is_given).collect();
    let mut meant = if given.is_empty() {
        found.iter().collect()
    } else {
        given
    }
    .into_iter();
    let Some(first) = meant.next() else {
        return Ok(None);
    };
    if meant.any(|other| other.token != first.token) {
        return Err(TokenError::Several);
    }
    first.token.clone().map(Some)
}

/// Whether it is what a call answered, or a description of a token.
fn is_answer(text: &str) -> bool {
    let is_json = text.starts_with(['{', '[']);
    let is_status = |line: &str| line.trim_start_matches(['<', ' ']).starts_with("HTTP/");
    is_json || text.lines().any(is_status)
}

/// A text that names nothing: the token itself, or the value of a variable of any name.
fn alone(text: &str) -> Result<String, TokenError> {
    let text = unwrapped(text);
    let text = without_bearer(text);
    if place_of(text.trim_end_matches(['=', ':', ' '])).is_some() {
        return Err(TokenError::Empty);
    }
    let text = unwrapped(value_of_variable(text).unwrap_or(text));
    checked(&joined(text)?)
}

/// The value where a whole text is one assignment. A token has `=` at its end only.
fn value_of_variable(text: &str) -> Option<&str> {
    let (name, value) = text.split_once('=')?;
    let name = name.trim();
    let name = ["export ", "set ", "$env:", "$"]
        .iter()
        .find_map(|before| name.strip_prefix(before))
        .unwrap_or(name);
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let is_variable = !name.is_empty() && name.chars().all(is_name);
    let is_token_end = value.trim_start_matches('=').trim().is_empty();
    (is_variable && !is_token_end).then_some(value)
}
