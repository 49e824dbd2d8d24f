//! A level of access as a word.

use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::use_i18n;
use crate::live::live;

/// A level in a table.
#[component]
pub fn LevelName(
    /// The API's number, where the service tells.
    number: Option<i64>,
) -> impl IntoView {
    let words = use_i18n();
    let message = level_name_of(number);
    live(move || words.say(&message))
}
