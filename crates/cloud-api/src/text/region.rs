//! Regions of a cloud.

use super::carried::check_carried_segment;
use super::ruled::{CharacterRule, TextError, check_characters, check_length, ruled_text};

ruled_text!(
    /// A region such as `eu-de`: 1 to 64 lowercase letters and digits in parts joined by `-`. It
    /// never holds `_`; a project named `eu-de_team` is a sub-project (examples §1.3).
    RegionId,
    check_region,
    check_carried_segment
);

fn check_region(text: &str) -> Result<(), TextError> {
    check_length(text, 64)?;
    let characters: Vec<char> = text.chars().collect();
    let is_word = |index: usize| {
        let character = characters.get(index);
        character.is_some_and(|character| matches!(character, 'a'..='z' | '0'..='9'))
    };
    check_characters(text, CharacterRule::NotAllowed, |index, character| {
        let joins = character == '-' && index > 0 && is_word(index - 1);
        is_word(index) || (joins && index + 1 < characters.len())
    })
}
