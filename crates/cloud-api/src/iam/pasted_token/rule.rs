//! What a token is, and why a text is none.

/// Characters that a token has at most (seed page of HSS).
pub(super) const MAXIMUM: usize = 32_768;

/// Why a pasted text is not a token. Holds no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Nothing was given.
    #[error("a token is needed, the text is empty")]
    Empty,
    /// More than the services take in a header (seed page of HSS).
    #[error("{length} characters are too many, a token has at most {maximum}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        maximum: usize,
    },
    /// A space or line break inside.
    #[error("character {position} is a space or line break; a token has none inside")]
    WhiteSpace {
        /// Place of the character, counted from 1.
        position: usize,
    },
    /// A character that no token has.
    #[error("character {position} cannot be part of a token")]
    Character {
        /// Place of the character, counted from 1.
        position: usize,
    },
    /// A whole answer was pasted, and it holds no token.
    #[error("the pasted answer has no X-Subject-Token line")]
    AnswerWithoutToken,
    /// Several tokens that differ.
    #[error("the text holds several tokens that differ")]
    Several,
}

/// Whether it can be part of a token: what HTTP allows in one (`token68`, RFC 9110 §11.2).
pub(super) fn is_of_token(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~+/=".contains(character)
}

pub(super) fn checked(token: &str) -> Result<String, TokenError> {
    let length = token.chars().count();
    if length > MAXIMUM {
        return Err(TokenError::TooLong {
            length,
            maximum: MAXIMUM,
        });
    }
    let end = token.trim_end_matches('=').len();
    for (index, (at, character)) in token.char_indices().enumerate() {
        let position = index + 1;
        if character.is_whitespace() {
            return Err(TokenError::WhiteSpace { position });
        }
        if !is_of_token(character) || (character == '=' && at < end) {
            return Err(TokenError::Character { position });
        }
    }
    match end {
        0 => Err(TokenError::Empty),
        _ => Ok(token.to_owned()),
    }
}
