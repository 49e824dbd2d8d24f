//! What a table shows, as a file.

use leptos::prelude::*;

use crate::browser::download::download;
use crate::i18n::{Message, text};
use crate::table::{Exported, GridRows};
use crate::ui::{Action, ButtonKind, action_button};

/// Makes a file of a head and rows.
type Format = fn(&[&str], &[Vec<String>]) -> String;

/// The buttons that save everything that matches, in the table's order, once the list `is_whole`,
/// which reacts. The files are called `name` with the ending of their form.
pub fn export_buttons(
    name: &str,
    rows: GridRows,
    is_whole: impl Fn() -> bool + Copy + Send + 'static,
) -> AnyView {
    let save = |label: fn() -> Message, ending: &str, media_type: &'static str, format: Format| {
        let name = format!("{name}.{ending}");
        let run = move || {
            let Exported { head, rows } = untrack(|| rows.exported());
            download(&name, media_type, &format(&head, &rows));
        };
        action_button(Action {
            kind: ButtonKind::Plain,
            label: Box::new(label),
            is_enabled: Box::new(is_whole),
            run: Box::new(run),
        })
    };
    [
        save(text::export_csv, "csv", "text/csv", rows::csv),
        save(text::export_json, "json", "application/json", rows::json),
    ]
    .into_any()
}
