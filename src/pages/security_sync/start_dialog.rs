//! Starting a sync of all registries or of picked ones.

mod columns;

use std::collections::BTreeSet;

use cloud_api::hss::{RegistriesToSync, Registry, ShowRegistryStatistics};
use leptos::prelude::*;
use words::list::joined;

use super::lists;
use super::place::Place;
use super::remedies::remedies;
use super::starting::{Starting, picked};
use crate::form::choice;
use crate::i18n::{Message, t, text, use_i18n};
use crate::listing::extent::extent_notice;
use crate::live::{derived, live, on, shown};
use crate::query::{List, use_query};
use crate::table::{Grid, GridRows, Height, use_rows};
use crate::ui::failure::failure_of;
use columns::columns;

const ALL: &str = "all";
const PICKED: &str = "picked";

/// The dialog.
pub fn start_dialog(place: Place, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let list = lists::registries(&place);
    let sought = RwSignal::new(String::new());
    let filter = derived(move || sought.get());
    let rows = use_rows(columns(), move || list.rows.get(), filter, None);
    let kind = RwSignal::new(ALL.to_owned());
    let problem = RwSignal::new(None::<Message>);
    let options = vec![
        (ALL, text::start_sync_all()),
        (PICKED, text::start_sync_picked()),
    ];
    let is_all = move || kind.with(|kind| kind == ALL);
    let registries = move || match is_all() {
        true => Some(RegistriesToSync::All),
        false => picked(rows.chosen().iter().map(Registry::to_sync)).map(RegistriesToSync::Picked),
    };
    let name = move || {
        if is_all() {
            return String::new();
        }
        let chosen = rows.chosen();
        let sent = chosen.iter().filter(|it| it.to_sync().is_some());
        let names: Vec<String> = sent.map(|it| it.registry_name.clone()).collect();
        joined(&names, &|it| words.say(it))
    };
    let check = move || {
        let is_complete = registries().is_some();
        problem.set((!is_complete).then(text::start_sync_none_picked));
        is_complete
    };
    let picking = move || {
        let is_picking = kind.with(|kind| kind == PICKED);
        shown(is_picking.then(|| picking(list, rows.grid(), sought)))
    };
    let content = view! {
            {reached(&place)}
            {choice("registries-to-sync", text::registries_title(), options, kind)}
            {live(picking)}
            <p role="alert" class="field-error">
                {live(move || {
                    let problem = problem.get().filter(|_| rows.selected().count() == 0);
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

/// How many registries HSS gets at, and how many not, where it tells.
fn reached(place: &Place) -> AnyView {
    let statistics = use_query(ShowRegistryStatistics {
        project: place.project.clone(),
        enterprise_project: place.enterprise_project.clone(),
        registry_types: BTreeSet::new(),
    });
    live(move || {
        let told = statistics
            .value()
            .and_then(|told| Some((told.success_num?, told.fail_num?)));
        shown(told.map(|(reached, unreached)| {
            view! { <p class="note">{t(text::start_sync_reached(reached, unreached))}</p> }
        }))
    })
    .into_any()
}

fn picking(list: List<Registry>, rows: GridRows, sought: RwSignal<String>) -> AnyView {
    let words = use_i18n();
    let retry = Callback::new(move |()| list.status.refresh());
    let picked = move || words.say(&text::start_sync_picked_count(rows.selected().count()));
    let empty = move || {
        if list.status.read_at.with(Option::is_none) {
            return list
                .status
                .is_reading
                .get()
                .then(|| words.say(&text::table_loading()));
        }
        let message = match (rows.total(), rows.matching_count()) {
            (0, _) if !list.is_whole() => return None,
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
        {extent_notice(list.extent)}
        {failure_of(text::start_sync_list_failed(), move || list.status.error.get(), Some(retry))}
        <div>
            <p id="registries-to-pick" class="label">
                {t(text::start_sync_to_pick())}
            </p>
            <p class="freshness">{live(picked)}</p>
        </div>
        {remedies(move |reason| {
            list.rows.with(|rows| rows.iter().any(|row| row.fail_reason == reason.name()))
        })}
        <Grid titled_by="registries-to-pick" rows height=Height::Few />
        <p>{live(empty)}</p>
    }
    .into_any()
}
