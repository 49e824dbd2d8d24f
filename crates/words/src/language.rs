//! The languages.

/// A language that every text exists in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English; its texts are part of the program.
    English,
    /// Simplified Chinese; its texts are fetched when chosen.
    Chinese,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The tag for `lang` attributes and `Intl`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    /// The language of a tag such as `zh-Hans-CN`; English for all others.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("zh") => Self::Chinese,
            _ => Self::English,
        }
    }

    /// Whether a count takes the form for one.
    pub(crate) fn is_one(self, count: u64) -> bool {
        match self {
            Self::English => count == 1,
            Self::Chinese => false,
        }
    }
}
