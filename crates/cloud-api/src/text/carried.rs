//! What every text must keep to so that a request which carries it asks what it seems to ask. What a
//! service has listed is held to this alone: the rules of names bind only what people type.

use super::ruled::{CharacterRule, TextError, check_characters};

/// A name in a body: not empty, which would name nothing, nor with parts of dots alone, which lead
/// elsewhere in a path, or control characters, which are in no name.
pub(crate) fn check_carried(text: &str) -> Result<(), TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    let is_dots = |part: &str| !part.is_empty() && part.chars().all(|it| it == '.');
    let leads_elsewhere = text.split('/').any(is_dots);
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        let is_dot = leads_elsewhere && character == '.';
        !is_dot && !character.is_control()
    })
}

/// The same as one segment of a path or one value of a filter: `/` and `$`, which SWR takes for one,
/// would name something else, and `|` and `:` would end the value (reference §3, examples §1.9).
pub(crate) fn check_carried_segment(text: &str) -> Result<(), TextError> {
    check_carried(text)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        !matches!(character, '/' | '$' | '|' | ':')
    })
}

/// The same as segments that are joined by `/`. An error counts the characters of the segment that it
/// is about.
pub(crate) fn check_carried_segments(text: &str) -> Result<(), TextError> {
    text.split('/').try_for_each(check_carried_segment)
}
