//! The only place that makes words of messages, in the person's language; numbers and times through
//! the browser's `Intl`.

mod format;
mod language;
mod order;
mod shown;
mod timed;
mod untrusted;

pub use format::{
    age, day, day_and_minute, exact_time, machine_time, moment, number, size_in_bytes, utc_clock,
    utc_day,
};
pub use language::{I18n, between_sentences, provide_i18n, t, use_i18n};
pub use order::{compatible, ranks};
pub use timed::timed;
pub use untrusted::Untrusted;
pub use words::{Language, Message, text, visible};
