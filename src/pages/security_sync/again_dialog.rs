//! Synchronizing registries of a task once more.

use cloud_api::hss::{RegistriesToSync, TaskRegistry};
use leptos::prelude::*;
use words::list::joined;

use super::place::Place;
use super::starting::{Starting, picked};
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::shown;

/// Registries that are listed by name; the whole list is the table behind the dialog.
const LISTED: usize = 100;

/// The dialog; `left_out` counts those that a start cannot name. `None` when nothing is left.
pub fn again_dialog(
    place: Place,
    registries: &[TaskRegistry],
    title: Message,
    left_out: u64,
    on_close: Callback<()>,
) -> Option<AnyView> {
    let picked = picked(registries.iter().map(TaskRegistry::to_sync))?;
    let names = registries.iter().map(shown_name);
    let names: Vec<String> = names.map(str::to_owned).collect();
    let words = use_i18n();
    let names = joined(&names, &|it| words.say(it));
    let items: Vec<AnyView> = registries.iter().take(LISTED).map(item).collect();
    let more = registries.len().saturating_sub(LISTED) as u64;
    let more = (more > 0).then(|| view! { <p>{t(text::sync_again_more(more))}</p> });
    let left_out =
        (left_out > 0).then(|| view! { <p>{t(text::sync_again_left_out(left_out))}</p> });
    let registries = RegistriesToSync::Picked(picked);
    let content = view! {
        <ul class="dialog-list" tabindex="0">
            {items}
        </ul>
        {shown(more)}
        {shown(left_out)}
        <p id="dialog-description" class="consequence">
            {t(text::start_sync_consequence())}
        </p>
    };
    let starting = Starting {
        title,
        place,
        content: content.into_any(),
        registries: move || Some(registries.clone()),
        name: move || names.clone(),
        check: Box::new(|| true),
        on_close,
    };
    Some(starting.show())
}

/// A registry's name, or its ID where it has none.
pub fn shown_name(registry: &TaskRegistry) -> &str {
    if registry.registry_name.is_empty() {
        &registry.registry_id
    } else {
        &registry.registry_name
    }
}

fn item(registry: &TaskRegistry) -> AnyView {
    view! {
        <li>
            <Untrusted text=registry.registry_name.clone() />
            " "
            <span class="identifier">
                <Untrusted text=registry.registry_id.clone() />
            </span>
        </li>
    }
    .into_any()
}
