//! What a table shows, as a file: what the filter leaves, in the table's order, below a head that says
//! where it is from, who read it and when, and what is missing.

use leptos::prelude::*;
use rows::Separator;

use super::extent::extent_words;
use super::filter::Filter;
use super::read::{Came, ListRead};
use crate::browser::address::{base_path, inside, origin};
use crate::browser::clock::now;
use crate::browser::download::download;
use crate::i18n::{I18n, Message, machine_time, t, text, use_i18n};
use crate::live::{Live, live, on};
use crate::session::{Session, use_session};
use crate::table::{Exported, GridRows};
use crate::ui::{IconName, icon_menu};

/// What a file of a list is called, and what it tells besides the rows.
pub struct Export {
    /// The name of the file without its ending; the list's ID where there is none.
    pub file: Option<String>,
    /// Whether more is still to come, so that there is no file yet; reacts.
    pub waits: Live<bool>,
    /// What is not in the list though it belongs to it, and how much was read, in sentences.
    pub gaps: Live<Vec<String>>,
}

impl Default for Export {
    fn default() -> Self {
        Self {
            file: None,
            waits: Box::new(|| false),
            gaps: Box::new(Vec::new),
        }
    }
}

impl Export {
    /// A file of what belongs to a place, such as the tags of a repository.
    #[must_use]
    pub fn of_place(what: &str, place: &str) -> Self {
        Self {
            file: Some(format!("{what}-{}", place.replace('/', "-"))),
            ..Self::default()
        }
    }
}

/// Where the rows of a file come from.
#[derive(Clone, Copy)]
struct Source {
    rows: GridRows,
    read: ListRead,
    filter: Filter,
    gaps: StoredValue<Live<Vec<String>>, LocalStorage>,
    words: I18n,
    session: Session,
}

/// A form of the file.
#[derive(Clone, Copy)]
enum Form {
    Csv(Separator),
    Json,
}

impl Form {
    const ALL: [Self; 3] = [
        Self::Csv(Separator::Comma),
        Self::Csv(Separator::Semicolon),
        Self::Json,
    ];

    fn label(self) -> Message {
        match self {
            Self::Csv(Separator::Comma) => text::export_csv(),
            Self::Csv(Separator::Semicolon) => text::export_csv_semicolons(),
            Self::Json => text::export_json(),
        }
    }

    fn save(self, name: &str, export: &rows::Export<'_>) {
        match self {
            Self::Csv(separator) => {
                let file = rows::csv(export, separator);
                download(&format!("{name}.csv"), "text/csv;charset=utf-8", &file);
            }
            Self::Json => {
                let file = rows::json(export);
                download(&format!("{name}.json"), "application/json", &file);
            }
        }
    }
}

/// The menu that saves everything that matches, where the table has something to save; `None` where
/// it has nothing.
pub(super) fn export_menu(
    id: &'static str,
    export: Export,
    rows: GridRows,
    read: ListRead,
    filter: Filter,
) -> Option<AnyView> {
    if !rows.is_exported() {
        return None;
    }
    let source = Source {
        rows,
        read,
        filter,
        gaps: StoredValue::new_local(export.gaps),
        words: use_i18n(),
        session: use_session(),
    };
    let name = export.file;
    let name = StoredValue::new(name.unwrap_or_else(|| id.trim_end_matches("-title").to_owned()));
    let waits = StoredValue::new_local(export.waits);
    let is_ready = move || {
        let status = read.status;
        let is_read = status.read_at.with(Option::is_some);
        // What came before an error is all that there will be.
        let is_broken = status.error.with(Option::is_some);
        (is_read || is_broken)
            && read.came(rows) == Came::Listed
            && !waits.with_value(|waits| waits())
    };
    let menu = format!("{id}-export");
    let button = |form: Form| {
        view! {
            <button
                type="button"
                class="button quiet"
                popovertarget=menu.clone()
                popovertargetaction="hide"
                disabled=live(move || !is_ready())
                on:click=on(move |_| {
                    let Exported { head, rows } = untrack(|| rows.exported());
                    let about = untrack(|| source.about(rows.len() as u64));
                    let export = rows::Export { about, head, rows };
                    name.with_value(|name| form.save(name, &export));
                })
            >
                {t(form.label())}
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = Form::ALL.into_iter().map(button).collect();
    let label = text::export_action();
    Some(icon_menu(menu, IconName::Export, label, buttons.into_any()))
}

impl Source {
    /// What is told of the whole. The names are the same in every language, for programs; no secret
    /// is among the values.
    fn about(self, saved: u64) -> Vec<(&'static str, String)> {
        let page = inside(&base_path());
        let page = page.split('?').next().unwrap_or_default().to_owned();
        let mut about = vec![("address", origin()), ("page", page)];
        if let Some(identity) = self.session.identity() {
            about.extend([
                ("region", identity.region.to_string()),
                ("project_id", identity.project_id.to_string()),
                ("account", identity.account_name.clone()),
                ("read_by", identity.user_name.clone()),
                ("user_id", identity.user_id.clone()),
            ]);
        }
        let read_at = self.read.status.read_at.get().unwrap_or_else(now);
        let missing = self.missing();
        about.extend([
            ("read_at", machine_time(read_at).unwrap_or_default()),
            ("filter", self.filter.described()),
            ("rows", saved.to_string()),
            ("rows_without_filter", self.rows.total().to_string()),
            ("is_complete", missing.is_empty().to_string()),
            ("missing", missing.join(" | ")),
        ]);
        about
    }

    /// Why the rows may not be all that there is, in sentences.
    fn missing(self) -> Vec<String> {
        let say = |message: Message| self.words.say(&message);
        let extent = self.read.extent.and_then(|extent| extent.get());
        let mut missing: Vec<String> = extent.and_then(extent_words).map(say).into_iter().collect();
        let left_out = self.read.left_out.run(());
        if left_out > 0 {
            missing.push(say(text::table_left_out(left_out)));
        }
        if self.read.status.error.with(Option::is_some) {
            missing.push(say(text::table_stale()));
        }
        missing.extend(self.gaps.with_value(|gaps| gaps()));
        missing
    }
}
