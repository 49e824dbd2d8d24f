//! What a first visit offers, while nothing of single repositories was read and nothing was changed: the
//! things that people come for, as sentences.

use leptos::prelude::*;

use super::export::FILE;
use super::reading::Reading;
use super::routes::{List, Route};
use crate::i18n::{t, text};
use crate::live::{derived, live, on, shown};
use crate::route::container_images::SYNC_TASKS;
use crate::ui::{ButtonKind, button, focus_by_id, offers_writes};
use crate::work::use_work;

/// The sentences.
pub fn first(reading: Reading) -> AnyView {
    let work = use_work();
    let is_first = derived(move || !reading.knows_anything() && work.entries().is_empty());
    live(move || shown(is_first.get().then(|| sentences(reading)))).into_any()
}

fn sentences(reading: Reading) -> AnyView {
    let begin = move || reading.begin();
    let remove = offers_writes().then(|| {
        let people = Route::List(List::People).to_string();
        view! {
            <a class="button" href=people on:click=on(move |_| begin())>
                {t(text::overview_first_remove())}
            </a>
        }
    });
    // That page reads by itself.
    let stop = reading.tasks.filter(|_| offers_writes()).map(|_| {
        view! {
            <a class="button" href=SYNC_TASKS>
                {t(text::overview_first_stop())}
            </a>
        }
    });
    // The file is offered in the place of this, once all is read.
    let export = button(
        ButtonKind::Plain,
        text::overview_first_export(),
        move || {
            begin();
            reading.want_file(true);
            // It stands there once this has gone.
            request_animation_frame(|| focus_by_id(FILE));
        },
    );
    view! {
        <section class="first-steps" aria-labelledby="first-steps-title">
            <h2 id="first-steps-title">{t(text::overview_first())}</h2>
            <p class="field-hint">{t(text::overview_not_begun())}</p>
            <div class="first-sentences">{remove} {stop} {export}</div>
        </section>
    }
    .into_any()
}
