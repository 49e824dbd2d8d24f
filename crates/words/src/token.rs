//! Why a text is no token, in words.

use cloud_api::iam::TokenError;

use crate::{Message, text};

/// The words for a text that is no token.
#[must_use]
pub fn token_error(error: TokenError) -> Message {
    match error {
        TokenError::Empty => text::token_empty(),
        TokenError::TooLong { length, maximum } => {
            text::token_too_long(length as u64, maximum as u64)
        }
        TokenError::WhiteSpace { position } => text::token_white_space(position as u64),
        TokenError::Character { position } => text::token_character(position as u64),
        TokenError::AnswerWithoutToken => text::token_answer_without(),
        TokenError::Several => text::token_several(),
    }
}
