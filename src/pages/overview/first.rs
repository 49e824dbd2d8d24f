//! What a first visit offers, while nothing of single repositories was read and nothing was changed: the
//! things that people come for, as sentences.

use leptos::prelude::*;

use super::reading::Reading;
use super::routes::{List, Route};
use crate::i18n::{Message, t, text};
use crate::live::{derived, live, on, shown};
use crate::route::container_images::SYNC_TASKS;
use crate::ui::offers_writes;
use crate::work::use_work;

/// The sentences.
pub fn first(reading: Reading) -> AnyView {
    let work = use_work();
    let is_first = derived(move || !reading.knows_anything() && work.entries().is_empty());
    live(move || shown(is_first.get().then(|| sentences(reading)))).into_any()
}

fn sentences(reading: Reading) -> AnyView {
    let people = Route::List(List::People).to_string();
    let remove = offers_writes()
        .then(|| sentence(text::overview_first_remove(), people.clone(), Some(reading)));
    let stop = reading.tasks.filter(|_| offers_writes()).map(|_| {
        // That page reads by itself.
        sentence(text::overview_first_stop(), SYNC_TASKS.to_owned(), None)
    });
    let export = sentence(text::overview_first_export(), people, Some(reading));
    view! {
        <section class="first-steps" aria-labelledby="first-steps-title">
            <h2 id="first-steps-title">{t(text::overview_first())}</h2>
            <p class="field-hint">{t(text::overview_not_begun())}</p>
            <div class="first-sentences">{remove} {stop} {export}</div>
        </section>
    }
    .into_any()
}

/// A sentence that leads to its page, where what it needs is read.
fn sentence(words: Message, address: String, reads: Option<Reading>) -> AnyView {
    let begin = move |_| {
        if let Some(reading) = reads {
            reading.begin();
        }
    };
    view! {
        <a class="button" href=address on:click=on(begin)>
            {t(words)}
        </a>
    }
    .into_any()
}
