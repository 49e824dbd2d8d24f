//! The people that a dialog is about.

use cloud_api::swr::AccessPerson;
use leptos::prelude::*;

use crate::change::grant_line::grant_line;
use crate::i18n::{t, text};
use crate::live::shown;
use crate::ui::bounded::bounded;

/// Them by name, ID and level.
pub fn people_list(people: &[AccessPerson]) -> AnyView {
    let line = |person: &AccessPerson| {
        let name = person.shown_name().to_owned();
        Some(grant_line(name, person.user_id.clone(), person.effective()))
    };
    let rows = bounded(people.iter(), line);
    view! { <ul class="dialog-list" tabindex="0">{rows}</ul> }.into_any()
}

/// How many of those who were chosen have lost what they had since.
pub fn missing(chosen: usize, found: usize) -> AnyView {
    let gone = chosen.saturating_sub(found) as u64;
    let words = || view! { <p>{t(text::cancel_already_gone(gone))}</p> };
    shown((gone > 0).then(words))
}
