//! What narrows a task's registries in the line over them: a bar of their statuses whose parts are
//! pressed, and a menu of their types.

use cloud_api::hss::{RegistryType, SyncStatus, TaskRegistry};
use leptos::prelude::*;
use words::in_brackets;

use super::choices::{Choices, Group, STATUS, TYPE, press};
use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::live::{derived, each, live, on};
use crate::query::List;
use crate::table::GridRows;
use crate::ui::menu;

/// How the registries stand, as a bar: each part is as wide as its share and shows its own alone.
pub fn status_bar(choices: Choices, list: List<TaskRegistry>, rows: GridRows) -> AnyView {
    let known: Vec<&str> = SyncStatus::ALL.into_iter().map(SyncStatus::name).collect();
    let group = Group::new(STATUS, list, &known);
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
    choices: Choices,
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
    let name = match (STATUS.words)(&value) {
        Some(message) => t(message).into_any(),
        None => view! { <Untrusted text=value.clone() /> }.into_any(),
    };
    view! {
        <button
            type="button"
            class="button part"
            style:flex-grow=live(move || count.get().to_string())
            aria-pressed=live(move || choices.is_chosen(STATUS, &mark).to_string())
            on:click=on(move |_| press(choices, STATUS, &value, rows))
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
pub fn types_menu(choices: Choices, list: List<TaskRegistry>, rows: GridRows) -> AnyView {
    let words = use_i18n();
    let known = RegistryType::ALL.into_iter().map(RegistryType::name);
    let group = Group::new(TYPE, list, &known.collect::<Vec<_>>());
    let counts = derived(move || group.counts());
    let names = move || {
        let counts = counts.get().into_iter();
        let seen = counts.filter(|(value, count)| *count > 0 || choices.is_chosen(TYPE, value));
        seen.map(|(value, _)| value).collect::<Vec<_>>()
    };
    let check_box = move |value: String| {
        let (this, mark) = (value.clone(), value.clone());
        let count = move || {
            let counts = counts.get();
            let count = counts.iter().find(|(it, _)| *it == this).map(|it| it.1);
            let language = words.language();
            in_brackets(&number(count.unwrap_or_default(), language), language)
        };
        let name = value.clone();
        view! {
            <label class="checkbox">
                <input
                    type="checkbox"
                    prop:checked=live(move || choices.is_chosen(TYPE, &mark))
                    on:change=on(move |_| press(choices, TYPE, &value, rows))
                />
                <span><Untrusted text=name /> {live(count)}</span>
            </label>
        }
        .into_any()
    };
    let label = live(move || match choices.count(TYPE) {
        0 => words.say(&text::registries_type()),
        some => words.say(&text::registries_type_chosen(some)),
    });
    let boxes = view! {
        <fieldset class="choices">
            <legend class="visually-hidden">{t(text::registries_type())}</legend>
            {each(names, String::clone, check_box)}
        </fieldset>
    };
    menu("registry-types", label.into_any(), boxes.into_any())
}
