//! What the table of a task's registries shows, as a file.

use cloud_api::hss::{TaskId, TaskRegistry};
use leptos::prelude::*;

use super::kept_up::KeptUp;
use crate::browser::download::download;
use crate::i18n::{Message, text};
use crate::table::GridRows;
use crate::ui::{Action, ButtonKind, action_button};

/// The API's own names, the same in every language.
const HEAD: [&str; 5] = [
    "registry_id",
    "registry_name",
    "registry_type",
    "sync_status",
    "failed_reason",
];

/// Makes a file of a head and rows.
type Format = fn(&[&str], &[Vec<String>]) -> String;

/// The buttons that save everything that matches, in the table's order, once all have arrived.
pub fn export_buttons(task_id: &TaskId, registries: KeptUp, rows: GridRows) -> AnyView {
    let save = |label: fn() -> Message, ending: &str, media_type: &'static str, format: Format| {
        let name = format!("image-sync-{task_id}.{ending}");
        let run = move || {
            let places = untrack(|| rows.matching_places());
            let cells = registries.list.rows.with_untracked(|registries| {
                let matching = places
                    .iter()
                    .filter_map(|place| registries.get(*place as usize));
                matching.map(cells).collect::<Vec<_>>()
            });
            download(&name, media_type, &format(&HEAD, &cells));
        };
        action_button(Action {
            kind: ButtonKind::Plain,
            label: Box::new(label),
            is_enabled: Box::new(move || registries.is_whole()),
            run: Box::new(run),
        })
    };
    [
        save(text::export_csv, "csv", "text/csv", rows::csv),
        save(text::export_json, "json", "application/json", rows::json),
    ]
    .into_any()
}

fn cells(registry: &TaskRegistry) -> Vec<String> {
    vec![
        registry.registry_id.clone(),
        registry.registry_name.clone(),
        registry.registry_type.clone(),
        registry.sync_status.clone(),
        registry.failed_reason.clone(),
    ]
}
