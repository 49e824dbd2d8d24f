//! The rule that organization and repository names share, checked character by character.

/// What a name may look like; organizations and repositories differ in three points only.
pub(super) struct NameRule {
    maximum: usize,
    digit_may_be_first: bool,
    slash_is_separator: bool,
}

/// Why a text is not a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was given.
    #[error("a name is needed, the text is empty")]
    Empty,
    /// More characters than the API takes.
    #[error("{length} characters are too many, a name has at most {maximum}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        maximum: usize,
    },
    /// One character breaks a rule.
    #[error("{text:?}: character {position}, {:?}, {rule}", character.to_string())]
    Character {
        /// The whole text.
        text: String,
        /// Place of the character, counted from 1.
        position: usize,
        /// The character itself.
        character: char,
        /// The rule it breaks.
        rule: CharacterRule,
    },
}

/// The rule that one character of a name breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharacterRule {
    /// The character never occurs in such a name.
    #[error("is not allowed; use lowercase letters, digits and single separators")]
    NotAllowed,
    /// An organization begins with a letter.
    #[error("cannot be the first character; start with a lowercase letter")]
    LetterFirst,
    /// A repository begins with a letter or digit.
    #[error("cannot be the first character; start with a lowercase letter or digit")]
    LetterOrDigitFirst,
    /// A separator ends the name.
    #[error("cannot be the last character; end with a lowercase letter or digit")]
    LetterOrDigitLast,
    /// Two separators touch.
    #[error("cannot follow another separator")]
    AfterSeparator,
    /// A third underscore in a row.
    #[error("cannot follow two underscores")]
    ThirdUnderscore,
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

    pub(super) fn check(&self, text: &str) -> Result<(), NameError> {
        let length = text.chars().count();
        if length == 0 {
            return Err(NameError::Empty);
        }
        if length > self.maximum {
            return Err(NameError::TooLong {
                length,
                maximum: self.maximum,
            });
        }
        let mut before: [Option<char>; 2] = [None, None];
        for (index, character) in text.chars().enumerate() {
            let last = index + 1 == length;
            if let Some(rule) = self.broken(before, character, last) {
                let text = text.to_owned();
                return Err(NameError::Character {
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
