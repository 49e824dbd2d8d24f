//! Identifiers that IAM gives out: users, projects, regions.

/// Why a text is not an identifier of 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HexError {
    /// Nothing was given.
    #[error("an ID is needed, the text is empty")]
    Empty,
    /// Not 32 characters.
    #[error("{length} characters given, an ID has exactly 32")]
    Length {
        /// Characters given.
        length: usize,
    },
    /// A character that is no hexadecimal digit.
    #[error("{text:?}: character {position}, {:?}, is not one of 0-9 and a-f", character.to_string())]
    Character {
        /// The whole text.
        text: String,
        /// Place of the character, counted from 1.
        position: usize,
        /// The character itself.
        character: char,
    },
}

fn check_hex(text: &str) -> Result<(), HexError> {
    if text.is_empty() {
        return Err(HexError::Empty);
    }
    for (index, character) in text.chars().enumerate() {
        if !matches!(character, '0'..='9' | 'a'..='f') {
            let text = text.to_owned();
            return Err(HexError::Character {
                text,
                position: index + 1,
                character,
            });
        }
    }
    match text.len() {
        32 => Ok(()),
        length => Err(HexError::Length { length }),
    }
}

/// A text that a check has passed: parsed, shown and serialised as text.
macro_rules! identifier {
    ($(#[$documentation:meta])* $name:ident, $error:ty, $check:path) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                $check(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                $check(&text)?;
                Ok(Self(text))
            }
        }

        impl From<$name> for String {
            fn from(identifier: $name) -> Self {
                identifier.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

pub(crate) use identifier;

identifier!(
    /// An IAM user, by ID: 32 lowercase hexadecimal digits. SWR permissions name users by it.
    UserId,
    HexError,
    check_hex
);
identifier!(
    /// A project of an account, by ID: 32 lowercase hexadecimal digits.
    ProjectId,
    HexError,
    check_hex
);
identifier!(
    /// A region such as `eu-de`: 1 to 64 lowercase letters and digits in parts joined by `-`. It
    /// never holds `_`; a project named `eu-de_team` is a sub-project (examples §1.3).
    RegionId,
    RegionIdError,
    check_region
);

/// Why a text is not a region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegionIdError {
    /// Nothing was given.
    #[error("a region is needed, the text is empty")]
    Empty,
    /// More characters than any region has.
    #[error("{length} characters are too many, a region has at most {maximum}")]
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

fn check_region(text: &str) -> Result<(), RegionIdError> {
    const MAXIMUM: usize = 64;
    let length = text.chars().count();
    if length == 0 {
        return Err(RegionIdError::Empty);
    }
    if length > MAXIMUM {
        return Err(RegionIdError::TooLong {
            length,
            maximum: MAXIMUM,
        });
    }
    let mut after_hyphen = true;
    for (index, character) in text.chars().enumerate() {
        let allowed = match character {
            'a'..='z' | '0'..='9' => true,
            '-' => !after_hyphen && index + 1 < length,
            _ => false,
        };
        if !allowed {
            let text = text.to_owned();
            return Err(RegionIdError::Character {
                text,
                position: index + 1,
                character,
            });
        }
        after_hyphen = character == '-';
    }
    Ok(())
}
