//! Names of image tags.

/// A tag of an image: 1 to 128 letters, digits, `_`, `.` and `-`, neither `.` nor `-` first (the
/// rule of the image distribution protocol, which the API passes on).
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct TagName(String);

/// Why a text is not a tag name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TagNameError {
    /// Nothing was given.
    #[error("a tag is needed, the text is empty")]
    Empty,
    /// More characters than the protocol takes.
    #[error("{length} characters are too many, a tag has at most {maximum}")]
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

impl TagName {
    const MAXIMUM: usize = 128;

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for TagName {
    type Err = TagNameError;

    fn from_str(text: &str) -> Result<Self, TagNameError> {
        let length = text.chars().count();
        if length == 0 {
            return Err(TagNameError::Empty);
        }
        if length > Self::MAXIMUM {
            return Err(TagNameError::TooLong {
                length,
                maximum: Self::MAXIMUM,
            });
        }
        for (index, character) in text.chars().enumerate() {
            let allowed = character.is_ascii_alphanumeric()
                || character == '_'
                || (index > 0 && matches!(character, '.' | '-'));
            if !allowed {
                let text = text.to_owned();
                return Err(TagNameError::Character {
                    text,
                    position: index + 1,
                    character,
                });
            }
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for TagName {
    type Error = TagNameError;

    fn try_from(text: String) -> Result<Self, TagNameError> {
        text.parse()
    }
}

impl From<TagName> for String {
    fn from(name: TagName) -> Self {
        name.0
    }
}

impl std::fmt::Display for TagName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}
