//! Texts that a check has passed, and why a text does not pass.

/// Why a text breaks the rule of what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing was given.
    #[error("the text is empty")]
    Empty,
    /// More characters than the API takes.
    #[error("{length} characters are too many, at most {maximum} are taken")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        maximum: usize,
    },
    /// Not as many characters as there have to be.
    #[error("{length} characters given, exactly {exactly} are taken")]
    Length {
        /// Characters given.
        length: usize,
        /// Characters that there have to be.
        exactly: usize,
    },
    /// From one character on it is no name of an organization of the Organizations service, or of a part
    /// of one.
    #[error("{text:?}: not an organization's URN from character {position} on")]
    OrganizationUrn {
        /// The whole text.
        text: String,
        /// Place of the first character that does not fit, counted from 1; behind the last one where
        /// something is missing there.
        position: usize,
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

/// The rule that one character of a text breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharacterRule {
    /// The character never occurs in such a text, or not at this place.
    #[error("is not allowed here")]
    NotAllowed,
    /// An identifier of IAM has hexadecimal digits only.
    #[error("is not one of 0-9 and a-f")]
    HexDigit,
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

/// At least one character and at most so many.
pub(crate) fn check_length(text: &str, maximum: usize) -> Result<(), TextError> {
    match text.chars().count() {
        0 => Err(TextError::Empty),
        length if length > maximum => Err(TextError::TooLong { length, maximum }),
        _ => Ok(()),
    }
}

/// Each character by its index, counted from 0.
pub(crate) fn check_characters(
    text: &str,
    rule: CharacterRule,
    is_allowed: impl Fn(usize, char) -> bool,
) -> Result<(), TextError> {
    let mut characters = text.chars().enumerate();
    match characters.find(|(index, character)| !is_allowed(*index, *character)) {
        None => Ok(()),
        Some((index, character)) => Err(TextError::Character {
            text: text.to_owned(),
            position: index + 1,
            character,
            rule,
        }),
    }
}

/// A text that a check has passed: parsed, shown and serialised as text. Where a second check is
/// given, it is the one for what a service has listed or a record keeps, and the first binds only
/// what people type.
macro_rules! ruled_text {
    ($(#[$documentation:meta])* $name:ident, $check:path) => {
        $crate::text::ruled::ruled_text!($(#[$documentation])* $name, $check, $check);
    };
    ($(#[$documentation:meta])* $name:ident, $typed:path, $listed:path) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text as it is.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as a service has listed it; `None` for one that no request can carry.
            #[must_use]
            pub fn listed(text: &str) -> Option<Self> {
                Self::try_from(text.to_owned()).ok()
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::TextError;

            /// Reads what a person has typed.
            fn from_str(text: &str) -> Result<Self, $crate::TextError> {
                $typed(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::TextError;

            /// Reads what a service has listed or a record keeps.
            fn try_from(text: String) -> Result<Self, $crate::TextError> {
                $listed(&text)?;
                Ok(Self(text))
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

pub(crate) use ruled_text;
