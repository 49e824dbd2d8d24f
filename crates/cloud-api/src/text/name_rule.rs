//! The rule that organization and repository names share, checked character by character.
//!
//! Source: the seed pages on deleting a sync task and on cancelling permissions, and the name rules
//! derived from them (reference §3).

use super::ruled::{CharacterRule, TextError, check_length};

/// What a name may look like; organizations and repositories differ in three points only.
pub(super) struct NameRule {
    maximum: usize,
    digit_may_be_first: bool,
    slash_is_separator: bool,
}

impl NameRule {
    pub(super) const ORGANIZATION: Self = Self {
        maximum: 64,
        digit_may_be_first: false,
        slash_is_separator: false,
    };
    pub(super) const REPOSITORY: Self = Self {
        maximum: 128,
        digit_may_be_first: true,
        slash_is_separator: true,
    };

    pub(super) fn check(&self, text: &str) -> Result<(), TextError> {
        check_length(text, self.maximum)?;
        let length = text.chars().count();
        let mut before: [Option<char>; 2] = [None, None];
        for (index, character) in text.chars().enumerate() {
            let last = index + 1 == length;
            if let Some(rule) = self.broken(before, character, last) {
                let text = text.to_owned();
                return Err(TextError::Character {
                    text,
                    position: index + 1,
                    character,
                    rule,
                });
            }
            before = [before[1], Some(character)];
        }
        Ok(())
    }

    /// `before` holds the two characters left of this one, the nearer one second.
    fn broken(
        &self,
        before: [Option<char>; 2],
        character: char,
        last: bool,
    ) -> Option<CharacterRule> {
        let first = before[1].is_none();
        match character {
            'a'..='z' => None,
            '0'..='9' if first && !self.digit_may_be_first => Some(CharacterRule::LetterFirst),
            '0'..='9' => None,
            _ if !self.is_separator(character) => Some(CharacterRule::NotAllowed),
            _ if first && self.digit_may_be_first => Some(CharacterRule::LetterOrDigitFirst),
            _ if first => Some(CharacterRule::LetterFirst),
            '_' if before == [Some('_'), Some('_')] => Some(CharacterRule::ThirdUnderscore),
            '_' if before[1] == Some('_') && last => Some(CharacterRule::LetterOrDigitLast),
            '_' if before[1] == Some('_') => None,
            _ if before[1].is_some_and(|left| self.is_separator(left)) => {
                Some(CharacterRule::AfterSeparator)
            }
            _ if last => Some(CharacterRule::LetterOrDigitLast),
            _ => None,
        }
    }

    fn is_separator(&self, character: char) -> bool {
        matches!(character, '.' | '_' | '-') || (character == '/' && self.slash_is_separator)
    }
}
