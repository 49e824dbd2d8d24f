//! Tokens in a text that says which of its parts is one.

use super::around::{unwrapped, without_bearer};
use super::lines::{joined_at, width_of};
use super::rule::{TokenError, checked, is_of_token};

/// A token that a text names, or what is wrong with it.
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) token: Result<String, TokenError>,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the header in which an answer gives a token.
    Answer,
    /// In a request, a variable or a field.
    Elsewhere,
}

/// The names of a token, in small letters; the first is that of answers.
const NAMES: [&str; 9] = [
    "x-subject-token",
    "x_subject_token",
    "x-auth-token",
    "x_auth_token",
    "os_token",
    "os_auth_token",
    "auth_token",
    "authorization",
    "token",
];

/// What may stand before a name at the beginning of its line, apart from signs.
const BEFORE: [&str; 6] = ["", "export", "set", "env", "h", "header"];

/// What ends a value; none of it can be part of a token.
const ENDS: [char; 17] = [
    '"', '\'', '`', '‘', '’', '“', '”', '«', '»', ';', ',', ')', ']', '}', '|', '>', '&',
];

/// Tokens of a text that are looked at. Each costs a walk over what follows it, and of a text that names
/// more than that nothing is taken.
pub(super) const MOST: usize = 64;

/// Where a token of this name stands; `None` for other names.
pub(super) fn place_of(name: &str) -> Option<Place> {
    let name = name.to_ascii_lowercase();
    let number = NAMES.iter().position(|known| *known == name)?;
    Some(match number {
        0 | 1 => Place::Answer,
        _ => Place::Elsewhere,
    })
}

/// All that is named, in the order of the text, as long as that is not more than [`MOST`].
pub(super) fn named(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && found.len() <= MOST {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        in_line(line, after, &mut found);
        rest = after;
    }
    found
}

fn in_line(line: &str, after: &str, found: &mut Vec<Found>) {
    let small = line.to_ascii_lowercase();
    for name in NAMES {
        for (at, _) in small.match_indices(name) {
            if found.len() > MOST {
                return;
            }
            let (Some(before), Some(behind)) = (line.get(..at), line.get(at + name.len()..)) else {
                continue;
            };
            if before.ends_with(is_of_name) || behind.starts_with(is_of_name) {
                continue;
            }
            let Some(value) = value(behind) else { continue };
            let bare = without_bearer(value);
            if name == "authorization" && bare == value {
                continue;
            }
            let is_sent = before.trim_start().starts_with('>') || before.contains("-H");
            let place = match place_of(name) {
                Some(Place::Answer) if !is_sent => Place::Answer,
                _ => Place::Elsewhere,
            };
            let token = token(line, before, bare, after);
            found.push(Found { place, token });
        }
    }
}

fn is_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

/// What follows a name and its sign; `None` where something else than a token is meant: an object, a
/// variable's name, nothing at all.
fn value(behind: &str) -> Option<&str> {
    let behind = behind.trim_start_matches(['"', '\'', ']']).trim_start();
    let value = behind.strip_prefix([':', '='])?;
    // Ruby and Perl write `=>`, some shells `:=`.
    let value = value.trim_start_matches(['>', '=']).trim_start();
    let value = value.strip_prefix('[').unwrap_or(value);
    let value = value.trim_start_matches(|it: char| {
        it.is_whitespace() || matches!(it, '"' | '\'' | '`' | '‘' | '“' | '«')
    });
    (!value.is_empty() && !value.starts_with(['$', '%', '<', '{', '*'])).then_some(value)
}

/// The token of a value. A header or variable that begins its line has the line to itself, and those after
/// it where it was broken; within a line a value ends with the next space.
fn token(line: &str, before: &str, value: &str, after: &str) -> Result<String, TokenError> {
    let signs = |character: char| !character.is_ascii_alphanumeric();
    let word = before.trim_matches(signs).to_ascii_lowercase();
    let value = value.split(ENDS).next().unwrap_or_default();
    if !BEFORE.contains(&&*word) {
        let value = value.split_whitespace().next().unwrap_or_default();
        return checked(unwrapped(value));
    }
    let is_at_end = line
        .trim_end()
        .trim_end_matches('\\')
        .trim_end()
        .ends_with(value.trim_end());
    let pieces = after
        .lines()
        .take_while(|line| is_at_end && is_piece(line))
        .map(unwrapped);
    let mut whole = unwrapped(value).to_owned();
    for piece in pieces {
        whole.push('\n');
        whole.push_str(piece);
    }
    checked(&joined_at(&whole, width_of(line))?)
}

/// Whether a line has nothing but a piece of a token in it.
fn is_piece(line: &str) -> bool {
    let line = unwrapped(line);
    !line.is_empty() && line.chars().all(is_of_token)
}
