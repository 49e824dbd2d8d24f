//! What is wrong with a text that follows a rule of the API, in words.

use cloud_api::{CharacterRule, TextError};

use crate::i18n::{Message, text};

/// What breaks the rule, and where; `needed` says what is missing when nothing was given.
#[must_use]
pub fn text_problem(error: &TextError, needed: Message) -> Message {
    let (position, character, rule) = match error {
        TextError::Empty => return needed,
        TextError::TooLong { length, maximum } => {
            return text::field_too_long(*length as u64, *maximum as u64);
        }
        TextError::Length { length, .. } => return text::grant_id_length(*length as u64),
        TextError::Character {
            position,
            character,
            rule,
            ..
        } => (*position as u64, character.to_string(), rule),
    };
    match rule {
        CharacterRule::NotAllowed | CharacterRule::HexDigit => {
            text::field_character(character, position)
        }
        CharacterRule::LetterFirst => text::name_letter_first(character),
        CharacterRule::LetterOrDigitFirst => text::name_letter_or_digit_first(character),
        CharacterRule::LetterOrDigitLast => text::name_letter_or_digit_last(character),
        CharacterRule::AfterSeparator | CharacterRule::ThirdUnderscore => {
            text::name_after_separator(character, position)
        }
    }
}
