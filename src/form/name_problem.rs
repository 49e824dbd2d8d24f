//! What is wrong with a typed name, in words.

use std::str::FromStr;

use cloud_api::{CharacterRule, NameError};

use super::Field;
use crate::i18n::{Message, text};

/// A field for the name of something new.
pub fn name_field<T: FromStr<Err = NameError>>() -> Field {
    Field::new(|text| text.parse::<T>().err().map(|error| name_problem(&error)))
}

fn name_problem(error: &NameError) -> Message {
    let (position, character, rule) = match error {
        NameError::Empty => return text::name_needed(),
        NameError::TooLong { length, maximum } => {
            return text::field_too_long(*length as u64, *maximum as u64);
        }
        NameError::Character {
            position,
            character,
            rule,
            ..
        } => (*position as u64, character.to_string(), rule),
    };
    match rule {
        CharacterRule::NotAllowed => text::field_character(character, position),
        CharacterRule::LetterFirst => text::name_letter_first(character),
        CharacterRule::LetterOrDigitFirst => text::name_letter_or_digit_first(character),
        CharacterRule::LetterOrDigitLast => text::name_letter_or_digit_last(character),
        CharacterRule::AfterSeparator | CharacterRule::ThirdUnderscore => {
            text::name_after_separator(character, position)
        }
    }
}
