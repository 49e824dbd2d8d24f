//! What only the place where words are shown can write.

use cloud_api::Timestamp;

use crate::Language;

/// Numbers and times inside sentences.
pub trait Format {
    /// A count with the language's separators.
    fn number(&self, value: u64, language: Language) -> String;

    /// Time of day with seconds, in the person's time zone.
    fn clock_time(&self, time: Timestamp, language: Language) -> String;
}
