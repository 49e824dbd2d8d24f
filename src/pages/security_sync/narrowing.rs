//! What narrows a task's registries in the line over them: a bar of their statuses whose parts are
//! pressed, and a menu of their types.

use cloud_api::hss::{RegistryType, SyncStatus, TaskRegistry};
use leptos::prelude::*;

use super::choices::{STATUS, TYPE};
use crate::i18n::{number, t, text, use_i18n};
use crate::listing::choices::{Called, Choices, Group, choices_menu};
use crate::live::{derived, each, live, on};
use crate::query::List;
use crate::table::GridRows;

/// How the registries stand, as a bar: each part is as wide as its share and shows its own alone.
pub fn status_bar(
    choices: Choices<TaskRegistry>,
    list: List<TaskRegistry>,
    rows: GridRows,
) -> AnyView {
    let known: Vec<&str> = SyncStatus::ALL.into_iter().map(SyncStatus::name).collect();
    let group = Group::new(STATUS, list.rows, &known);
    let counts = derived(move || group.counts());
    let names = move || {
        let counts = counts.get().into_iter();
        let seen = counts.filter(|(value, count)| {
            *count > 0 || (STATUS.words)(value).is_some() || choices.is_chosen(STATUS, value)
        });
        seen.map(|(value, _)| value).collect::<Vec<_>>()
    };
    view! {
        <div class="status-bar" role="group" aria-label=t(text::registries_status())>
            {each(names, String::clone, move |value| part(value, choices, counts, rows))}
        </div>
    }
    .into_any()
}

fn part(
    value: String,
    choices: Choices<TaskRegistry>,
    counts: Memo<Vec<(String, u64)>>,
    rows: GridRows,
) -> AnyView {
    let words = use_i18n();
    let (this, mark) = (value.clone(), value.clone());
    let count = derived(move || {
        let count = counts.with(|counts| counts.iter().find(|(it, _)| *it == this).map(|it| it.1));
        count.unwrap_or_default()
    });
    let fill = match SyncStatus::named(&value) {
        Some(SyncStatus::Finished) => "success",
        Some(SyncStatus::Running) => "neutral",
        Some(SyncStatus::Failed) => "danger",
        None => "warning",
    };
    let name = STATUS.said(&value);
    view! {
        <button
            type="button"
            class="button part"
            style:flex-grow=live(move || count.get().to_string())
            aria-pressed=live(move || choices.is_chosen(STATUS, &mark).to_string())
            on:click=on(move |_| choices.press(STATUS, &value, rows))
        >
            <span class="part-name">{name}</span>
            " "
            <span class="number">{live(move || number(count.get(), words.language()))}</span>
            <span class=format!("fill {fill}")></span>
        </button>
    }
    .into_any()
}

/// The types, as check boxes in a menu that says how many are chosen.
pub fn types_menu(
    choices: Choices<TaskRegistry>,
    list: List<TaskRegistry>,
    rows: GridRows,
) -> AnyView {
    let called = Called {
        id: "registry-types",
        label: text::registries_type,
        chosen: text::registries_type_chosen,
    };
    let known = RegistryType::ALL.map(RegistryType::name);
    choices_menu(called, TYPE, choices, list.rows, (&known, rows))
}
