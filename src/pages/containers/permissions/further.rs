//! What else the service tells of a place and of the person in it.

use cloud_api::swr::{AccessList, Repository};
use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{live, shown};
use crate::query::Query;
use crate::table::cells::count::count_cell;

/// Who made a repository, and how often its images were pulled.
pub fn further(repository: &Repository) -> AnyView {
    let creator = repository.creator_name.clone();
    let is_told = !creator.is_empty();
    let creator = is_told.then(|| {
        let name = view! { <Untrusted text=creator /> };
        property(text::organizations_creator(), name.into_any())
    });
    view! {
        {property(text::repositories_downloads(), count_cell(repository.num_download))}
        {creator}
    }
    .into_any()
}

fn property(name: Message, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// The level of the person at the screen, where the service tells it.
pub fn own_level(access: Query<AccessList>) -> AnyView {
    live(move || {
        let own = access
            .value()
            .and_then(|access| access.self_auth.as_ref()?.auth);
        shown(own.map(|level| {
            let words = text::permissions_own_level(level_name_of(Some(level)));
            view! { <p class="note">{t(words)}</p> }
        }))
    })
    .into_any()
}
