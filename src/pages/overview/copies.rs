//! Where copies go: a picture from organizations to regions, and the same as a table.

mod picture;
mod table;

use cloud_api::swr::CopyMap;
use leptos::prelude::*;

use super::reading::Reading;
use crate::i18n::{t, text};
use crate::live::{derived, live, on, shown};
use crate::route::container_images::SYNC_TASKS;
use crate::ui::{Icon, IconName};
use picture::picture;
use table::table;

/// What the section knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Copies {
    map: CopyMap,
    /// Repositories whose tasks are held: what is drawn is of these, also while they are read anew.
    held: u64,
    /// Repositories whose tasks were read, that could not be, and all.
    read: u64,
    refused: u64,
    total: u64,
    /// Whether there is nothing that could be copied.
    is_of_nothing: bool,
}

/// The section; nothing where the place copies no images.
pub fn copies(reading: Reading) -> AnyView {
    let Some(scan) = reading.tasks else {
        return ().into_any();
    };
    let known = derived(move || {
        let coverage = scan.coverage();
        let total = coverage.total as u64;
        let is_of_nothing = reading.is_covered() && reading.rows().is_empty();
        reading.figures.with(|figures| Copies {
            map: figures.copies.clone(),
            held: figures.hold_copies().min(total),
            read: coverage.read as u64,
            refused: coverage.refused as u64,
            total,
            is_of_nothing,
        })
    });
    let count = move || {
        let (tasks, regions) = known.with(|known| (known.map.tasks(), known.map.regions.len()));
        shown((tasks > 0).then(|| {
            let words = text::overview_copies_count(
                text::overview_regions(regions as u64),
                text::all_sync_tasks_of_target(tasks),
            );
            view! { <a class="at-end" href=SYNC_TASKS>{t(words)}</a> }
        }))
    };
    // While it is read there is room for the picture, or what is below would move when one is found.
    let is_drawn =
        derived(move || reading.is_reading() || known.with(|known| !known.map.arrows.is_empty()));
    let content = move || match is_drawn.get() {
        true => drawn(known),
        false => live(move || known.with(nothing)).into_any(),
    };
    view! {
        <section aria-labelledby="overview-copies">
            <h2 id="overview-copies">
                <Icon name=IconName::Copies />
                {t(text::overview_copies())}
                {live(count)}
            </h2>
            {live(content)}
        </section>
    }
    .into_any()
}

/// Why there is no picture; reacts.
fn nothing(known: &Copies) -> AnyView {
    let (read, total) = (known.read, known.total);
    let words = match (known.read, known.refused) {
        (0, 0) if known.is_of_nothing => text::overview_no_copies(),
        (0, 0) => text::overview_not_read(),
        (read, _) if read == total => text::overview_nothing(text::all_sync_tasks_read_all(total)),
        // Nothing is claimed of those that are not read.
        _ => text::all_sync_tasks_read_of(read, total),
    };
    view! { <p class="field-hint">{t(words)}</p> }.into_any()
}

/// The picture and the table. What was pressed stays while more is read.
fn drawn(known: Memo<Copies>) -> AnyView {
    let part = move || {
        let (held, total) = known.with(|known| (known.held, known.total));
        shown((held < total).then(|| {
            let words = text::overview_part_repositories(held, total);
            view! { <span class="field-hint">{t(words)}</span> }
        }))
    };
    let is_table = RwSignal::new(false);
    view! {
        <div class="copy-map" class:as-table=live(move || is_table.get())>
            {live(move || known.with(|known| picture(&known.map)))}
            <p class="copy-part">
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=live(move || is_table.get().to_string())
                    aria-controls="copies-table"
                    on:click=on(move |_| is_table.update(|is_table| *is_table = !*is_table))
                >
                    {t(text::overview_as_table())}
                </button>
                {live(part)}
            </p>
            {live(move || known.with(|known| table(&known.map)))}
        </div>
    }
    .into_any()
}
