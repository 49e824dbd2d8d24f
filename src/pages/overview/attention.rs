//! What needs a hand, each as the way to where that is given.

mod line;
mod registries;
mod shares;
mod token;

use cloud_api::Service;
use config::Place;
use leptos::prelude::*;

use super::known::Asked;
use super::reading::Reading;
use super::routes::{List, Route};
use crate::i18n::{t, text};
use crate::live::{derived, live, shown};
use crate::route::container_images::sync_tasks;
use crate::scans::sync_tasks::SyncTaskScan;
use crate::ui::{Icon, IconName};
use line::line_or_room;
use registries::registries;
use shares::shares;
use token::token;

/// The section; without `reading` the place has no container images.
pub fn attention(place: Place, reading: Option<Reading>) -> AnyView {
    let of_images = reading.map(|reading| [failed_copies(reading), not_read(reading)].into_any());
    let of_registries = (place.has(Service::Enterprise)).then(|| registries(reading));
    let of_shares = place.has(Service::Ims).then(|| shares(reading));
    view! {
        <section aria-labelledby="overview-attention">
            <h2 id="overview-attention">
                <Icon name=IconName::Danger />
                {t(text::overview_attention())}
            </h2>
            <ul class="overview-lines attention">
                {token()} {shown(of_images)} {shown(of_shares)} {shown(of_registries)}
            </ul>
            <p class="field-hint attention-none">{t(text::overview_attention_nothing())}</p>
            {shown(reading.map(|reading| not_looked_at(place, reading)))}
        </section>
    }
    .into_any()
}

/// Copies whose last job did not arrive.
fn failed_copies(reading: Reading) -> AnyView {
    let failed = derived(move || {
        let failed = reading.figures.with(|figures| figures.copies.failed());
        (failed > 0).then_some(failed)
    });
    live(move || {
        let told = failed.get().map(|failed| {
            let address = sync_tasks(&[("last", "failed")]);
            (text::overview_attention_failed(failed), address)
        });
        line_or_room(IconName::Copies, told, reading)
    })
    .into_any()
}

/// What is not looked at before a person asks for it.
fn not_looked_at(place: Place, reading: Reading) -> AnyView {
    let not_looked_at = move || {
        let has_tasks = |tasks: SyncTaskScan| tasks.coverage().total > 0;
        let tasks = reading.tasks.filter(|tasks| !has_tasks(*tasks));
        let registries = place.has(Service::Enterprise);
        let what = [
            Some(text::access_title()),
            tasks.map(|_| text::sync_tasks_title()),
            registries.then(text::target_registries_title),
        ];
        let what = what.into_iter().flatten();
        let what = what.reduce(text::overview_both)?;
        (!reading.has_begun()).then(|| text::overview_attention_not_looked_at(what))
    };
    live(move || shown(not_looked_at().map(|words| view! { <p class="field-hint">{t(words)}</p> })))
        .into_any()
}

/// Repositories of which something could not be read, and organizations.
fn not_read(reading: Reading) -> AnyView {
    let refused = derived(move || reading.refused(Asked::Everything));
    live(move || {
        let told = refused.get().map(|refused| {
            let address = Route::List(List::NotRead).to_string();
            (text::overview_attention_not_read(refused.words()), address)
        });
        line_or_room(IconName::Images, told, reading)
    })
    .into_any()
}
