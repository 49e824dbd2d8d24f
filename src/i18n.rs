//! The only place that makes words: messages in the person's language, numbers and times through
//! the browser's `Intl`.

mod catalogue;
mod format;
mod language;
mod order;
mod untrusted;

pub use catalogue::{Argument, Message, text};
pub use format::{age, clock_time, number, size_in_bytes};
pub use language::{I18n, Language, provide_i18n, t, use_i18n};
pub use order::{compatible, ranks};
pub use untrusted::{CELL_LIMIT, Untrusted, visible};
