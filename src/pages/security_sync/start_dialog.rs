//! Starting a sync of all registries or of picked ones.

use cloud_api::hss::{RegistriesToSync, Registry};
use leptos::prelude::*;

use super::starting::{Starting, picked};
use super::{Place, reads};
use crate::form::choice;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{derived, live, on, shown};
use crate::query::List;
use crate::table::{
    Column, Describe, Grid, GridRows, RowText, Selecting, SortInAddress, SortValue, use_shown,
    use_sort_in_address,
};
use crate::ui::failure::failure_of;

const ALL: &str = "all";
const PICKED: &str = "picked";

/// The dialog.
pub fn start_dialog(place: Place, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let list = reads::registries(&place);
    let sought = RwSignal::new(String::new());
    let describe = Describe {
        text: row_text,
        name: |registry: &Registry| registry.registry_name.clone(),
        is_selectable: |registry| registry.to_sync().is_some(),
        cell: Box::new(cell),
    };
    // No column of this table can be sorted by, so the page's order stays without effect.
    let sort = use_sort_in_address("");
    let filter = derived(move || sought.get());
    let rows = use_shown(move || list.rows.get(), filter, sort, describe);
    let kind = RwSignal::new(ALL.to_owned());
    let problem = RwSignal::new(None::<Message>);
    let options = vec![
        (ALL, text::start_sync_all()),
        (PICKED, text::start_sync_picked()),
    ];
    let chosen = move || {
        let places = rows.selected.places();
        list.rows.with(|registries| {
            let chosen = places
                .iter()
                .filter_map(|place| registries.get(*place as usize));
            chosen.cloned().collect::<Vec<Registry>>()
        })
    };
    let is_all = move || kind.with(|kind| kind == ALL);
    let registries = move || match is_all() {
        true => Some(RegistriesToSync::All),
        false => picked(chosen().iter().map(Registry::to_sync)).map(RegistriesToSync::Picked),
    };
    let name = move || {
        if is_all() {
            return words.say(&text::start_sync_all());
        }
        let chosen = chosen();
        let names: Vec<&str> = chosen.iter().map(|it| &*it.registry_name).collect();
        names.join(", ")
    };
    let check = move || {
        let is_complete = registries().is_some();
        problem.set((!is_complete).then(text::start_sync_none_picked));
        is_complete
    };
    let picking = move || {
        let is_picking = kind.with(|kind| kind == PICKED);
        shown(is_picking.then(|| picking(list, rows, sought, sort)))
    };
    let content = view! {
            {choice("registries-to-sync", text::registries_title(), options, kind)}
            {live(picking)}
            <p role="alert" class="field-error">
                {live(move || {
                    let problem = problem.get().filter(|_| rows.selected.count() == 0);
                    problem.map(|problem| words.say(&problem))
                })}
            </p>
            <p id="dialog-description" class="consequence">
                {t(text::start_sync_consequence())}
            </p>
    };
    Starting {
        title: text::start_sync_action(),
        place,
        content: content.into_any(),
        registries,
        name,
        check: Box::new(check),
        on_close,
    }
    .show()
}

fn picking(
    list: List<Registry>,
    rows: GridRows,
    sought: RwSignal<String>,
    sort: SortInAddress,
) -> AnyView {
    let words = use_i18n();
    let retry = Callback::new(move |()| list.status.refresh());
    let columns = vec![
        Column::plain(text::registries_name()),
        Column::plain(text::registries_type()),
        Column::plain(text::registries_address()),
    ];
    let picked = move || words.say(&text::start_sync_picked_count(rows.selected.count()));
    let empty = move || {
        if list.status.read_at.with(Option::is_none) {
            return list
                .status
                .is_reading
                .get()
                .then(|| words.say(&text::table_loading()));
        }
        let message = match (rows.total(), rows.matching()) {
            (0, _) => text::start_sync_nothing(),
            (_, 0) => text::table_no_match(),
            _ => return None,
        };
        Some(words.say(&message))
    };
    view! {
        <div class="field">
            <label for="registry-search">{t(text::registries_filter())}</label>
            <input
                id="registry-search"
                class="input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                prop:value=live(move || sought.get())
                on:input=on(move |event| sought.set(event_target_value(&event)))
            />
        </div>
        {failure_of(text::start_sync_list_failed(), move || list.status.error.get(), Some(retry))}
        <div>
            <p id="registries-to-pick" class="label">
                {t(text::start_sync_to_pick())}
            </p>
            <p class="freshness">{live(picked)}</p>
        </div>
        <Grid
            titled_by="registries-to-pick"
            class="pick-table"
            columns
            rows
            selecting=Selecting::On
            sort
        />
        <p>{live(empty)}</p>
    }
    .into_any()
}

fn row_text(registry: &Registry) -> RowText {
    RowText {
        key: registry.id.clone(),
        search: format!(
            "{} {} {} {}",
            registry.registry_name, registry.registry_type, registry.registry_addr, registry.id
        ),
        values: vec![("name", SortValue::Text(String::new()))],
    }
}

fn cell(registry: &Registry, column: usize) -> AnyView {
    let text = match column {
        0 => &registry.registry_name,
        1 => &registry.registry_type,
        _ => &registry.registry_addr,
    };
    view! { <Untrusted text=text.clone() /> }.into_any()
}
