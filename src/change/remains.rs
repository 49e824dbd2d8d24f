//! What may still give access after it was taken away.

use leptos::prelude::*;
use words::remaining::remaining;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::bounded::bounded;
use crate::work::Entry;

/// The lines of it, where a change left any; reacts.
pub fn remains(entry: Entry) -> AnyView {
    let words = use_i18n();
    let remains: Vec<Message> = entry
        .record
        .with(|record| record.remains_after().iter().map(remaining).collect());
    shown((!remains.is_empty()).then(|| {
        let line =
            |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
        view! {
            <div class="result-remains">
                <p>{t(text::remains_title())}</p>
                <ul>{bounded(remains.into_iter(), line)}</ul>
            </div>
        }
    }))
}
