//! Texts that HSS bounds.

/// Why a text is not what HSS takes there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing was given.
    #[error("at least one character is needed, the text is empty")]
    Empty,
    /// More characters than the API takes.
    #[error("{length} characters are too many, the API takes at most {maximum}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        maximum: usize,
    },
    /// A character that cannot stand where it stands.
    #[error("{text:?}: character {position}, {:?}, is not allowed here", character.to_string())]
    Character {
        /// The whole text.
        text: String,
        /// Place of the character, counted from 1.
        position: usize,
        /// The character itself.
        character: char,
    },
}

/// The documented rule: a number of characters and nothing else.
pub(super) fn check_length(text: &str, maximum: usize) -> Result<(), TextError> {
    match text.chars().count() {
        0 => Err(TextError::Empty),
        length if length > maximum => Err(TextError::TooLong { length, maximum }),
        _ => Ok(()),
    }
}

/// Letters, digits, `-`, `_` and `.`, the last not first. The characters are not documented; with
/// these an ID from an address cannot leave its place in a path.
pub(super) fn check_identifier(text: &str, maximum: usize) -> Result<(), TextError> {
    check_length(text, maximum)?;
    for (index, character) in text.chars().enumerate() {
        let allowed = character.is_ascii_alphanumeric()
            || matches!(character, '-' | '_')
            || (index > 0 && character == '.');
        if !allowed {
            let text = text.to_owned();
            return Err(TextError::Character {
                text,
                position: index + 1,
                character,
            });
        }
    }
    Ok(())
}
