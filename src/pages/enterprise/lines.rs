//! Lines in dialogs: what is acted on, what follows, and what stays as it is.

use leptos::prelude::*;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::bounded;

/// Lines in a list that scrolls; nothing without any.
pub fn lines_of(lines: Vec<Message>) -> AnyView {
    let words = use_i18n();
    shown((!lines.is_empty()).then(|| {
        let line =
            |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
        view! {
            <ul class="dialog-list" tabindex="0">
                {bounded(lines.into_iter(), line)}
            </ul>
        }
    }))
}

/// Lines under the words that what they name stays as it is; nothing without any.
pub fn left_as_it_is(lines: Vec<Message>) -> AnyView {
    let heading = || view! { <p>{t(text::undo_left_alone())}</p> };
    let heading = shown((!lines.is_empty()).then(heading));
    [heading, lines_of(lines)].into_any()
}

/// That not all executions could be read, where it is so.
pub fn more_may_run(may_be: bool) -> AnyView {
    let words = || view! { <p class="banner warning">{t(text::policies_running_part())}</p> };
    shown(may_be.then(words))
}
