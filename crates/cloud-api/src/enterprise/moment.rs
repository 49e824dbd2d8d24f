//! When something happened, as the service tells.

use crate::Timestamp;
use crate::wire::fields::Fields;

/// When something happened, as the service tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The service does not say.
    #[default]
    NotTold,
    /// It has not happened, or never will: the service writes the first moment of the year 1
    /// (corrections §5).
    Never,
    /// Then.
    At(Timestamp),
    /// In a form that is not read; untrusted text.
    Odd(String),
}

/// How the service writes "never".
const NEVER: Option<Timestamp> = Some(Timestamp::from_milliseconds(-62_135_596_800_000));

impl Moment {
    pub(super) fn read(fields: Fields<'_>, name: &'static str) -> Self {
        let text = fields.text(name);
        match Timestamp::parse(&text) {
            _ if text.is_empty() => Self::NotTold,
            told if told == NEVER => Self::Never,
            Some(time) => Self::At(time),
            None => Self::Odd(text),
        }
    }

    /// The time, where there is one that is read.
    #[must_use]
    pub fn time(&self) -> Option<Timestamp> {
        match self {
            Self::At(time) => Some(*time),
            Self::NotTold | Self::Never | Self::Odd(_) => None,
        }
    }
}
