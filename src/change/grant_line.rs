//! A user's grant in a list.

use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::{text, use_i18n};
use crate::live::live;

/// Name, ID and level of a user.
pub fn grant_line(name: String, id: String, auth: Option<i64>) -> AnyView {
    let words = use_i18n();
    let line = text::grant_line(id, level_name_of(auth), name);
    view! { <li>{live(move || words.show(&line))}</li> }.into_any()
}
