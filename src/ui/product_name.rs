//! What this console is called.

use crate::config::use_config;
use crate::i18n::{text, use_i18n};

/// Its name: the one that it is set up with, or its own; reacts to the language.
pub fn product_name() -> impl Fn() -> String + Copy + Send + 'static {
    let words = use_i18n();
    let title = use_config().title.as_deref();
    move || match title {
        Some(title) => title.to_owned(),
        None => words.say(&text::product_name()),
    }
}
