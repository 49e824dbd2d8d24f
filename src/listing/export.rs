//! What a table shows, as a file: what the filter leaves, in the table's order, below a head that says
//! where it is from, who read it and when, and what is missing.

use cloud_api::Timestamp;
use leptos::prelude::*;
use rows::Separator;

use super::extent::extent_words;
use super::filter::Filter;
use super::read::{Came, ListRead};
use crate::browser::address::{base_path, inside, origin};
use crate::browser::clock::now;
use crate::browser::download::download;
use crate::browser::environment::is_demo;
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
    /// What no list of the service has though it is of its kind, where that is so: the file is as
    /// complete as the service lets it be, and names it all the same.
    pub not_listed: Option<Message>,
    /// Another file that is begun from the same menu, and what begins it.
    pub also: Option<(Message, Callback<()>)>,
}

impl Default for Export {
    fn default() -> Self {
        Self {
            file: None,
            waits: Box::new(|| false),
            gaps: Box::new(Vec::new),
            not_listed: None,
            also: None,
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
    not_listed: StoredValue<Option<Message>>,
    words: I18n,
    session: Session,
}

/// A form of the file.
#[derive(Clone, Copy)]
pub enum Form {
    /// With this between the columns.
    Csv(Separator),
    /// One object.
    Json,
}

impl Form {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [
        Self::Csv(Separator::Comma),
        Self::Csv(Separator::Semicolon),
        Self::Json,
    ];

    /// The words of the button that saves it.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Csv(Separator::Comma) => text::export_csv(),
            Self::Csv(Separator::Semicolon) => text::export_csv_semicolons(),
            Self::Json => text::export_json(),
        }
    }

    /// Saves a file of this form; `name` is without its ending.
    pub fn save(self, name: &str, export: &rows::Export<'_>) {
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
        not_listed: StoredValue::new(export.not_listed),
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
    let mut buttons: Vec<AnyView> = Form::ALL.into_iter().map(button).collect();
    buttons.extend(export.also.map(|(label, begin)| {
        view! {
            <button
                type="button"
                class="button quiet"
                popovertarget=menu.clone()
                popovertargetaction="hide"
                on:click=on(move |_| begin.run(()))
            >
                {t(label)}
            </button>
        }
        .into_any()
    }));
    let label = text::export_action();
    Some(icon_menu(menu, IconName::Export, label, buttons.into_any()))
}

/// What the head of a file tells besides where it is from and who read it.
pub struct Told {
    /// When it was read.
    pub read_at: Timestamp,
    /// What narrows it; empty where nothing does.
    pub filter: String,
    /// How many rows the file has.
    pub rows: u64,
    /// How many it would have without the filter.
    pub rows_without_filter: u64,
    /// Why the rows may not be all that there is, in sentences.
    pub missing: Vec<String>,
    /// What no list of the service has, where that is so.
    pub not_listed: Option<String>,
}

/// The head of a file. The names are the same in every language, for programs; no secret is among the
/// values. Reacts.
#[must_use]
pub fn head(session: Session, told: &Told) -> Vec<(&'static str, String)> {
    let page = inside(&base_path());
    let page = page.split('?').next().unwrap_or_default().to_owned();
    let mut about = vec![("address", origin()), ("page", page)];
    if is_demo() {
        about.push(("environment", "demo".to_owned()));
    }
    if let Some(identity) = session.identity() {
        let cloud = identity.place.cloud_name();
        about.extend(cloud.map(|cloud| ("cloud", cloud.to_owned())));
        about.extend([
            ("region", identity.region.to_string()),
            ("project_id", identity.project_id.to_string()),
            ("account", identity.account_name.clone()),
            ("read_by", identity.user_name.clone()),
            ("user_id", identity.user_id.clone()),
        ]);
    }
    about.extend([
        ("read_at", machine_time(told.read_at).unwrap_or_default()),
        ("filter", told.filter.clone()),
        ("rows", told.rows.to_string()),
        ("rows_without_filter", told.rows_without_filter.to_string()),
        ("is_complete", told.missing.is_empty().to_string()),
        ("missing", told.missing.join(" | ")),
    ]);
    let not_listed = told.not_listed.clone();
    about.extend(not_listed.map(|words| ("not_listed", words)));
    about
}

impl Source {
    fn about(self, saved: u64) -> Vec<(&'static str, String)> {
        let told = Told {
            read_at: self.read.status.read_at.get().unwrap_or_else(now),
            filter: self.filter.described(),
            rows: saved,
            rows_without_filter: self.rows.total(),
            missing: self.missing(),
            not_listed: self
                .not_listed
                .with_value(|it| it.as_ref().map(|it| self.words.say(it))),
        };
        head(self.session, &told)
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
