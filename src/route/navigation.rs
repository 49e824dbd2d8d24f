//! The address bar: which page is shown, with which filters, and how to get to another.
//!
//! Links are plain `<a href>` with addresses relative to the document's base, so that one build
//! works at any mount point; a click on one is answered here instead of loading the page again.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{MouseEvent, Url};

use super::location::Location;
use crate::browser::address::{base_path, inside};
use crate::browser::console::note;
use crate::browser::demo::of_environment;
use crate::live::derived;

/// The parameter that names what is told of one thing, in a panel at the side.
pub const DETAILS: &str = "details";

/// The current location and the way to others.
#[derive(Clone, Copy)]
pub struct Navigation {
    location: RwSignal<Location>,
    base: StoredValue<String>,
    came_from: StoredValue<Option<String>>,
    /// Whether the page was reached by Back or Forward.
    came_back: StoredValue<bool>,
    /// Where tables were left, by page and table.
    left: StoredValue<HashMap<String, TablePosition>>,
}

/// Where a table was left.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePosition {
    /// How far it was scrolled, in CSS pixels.
    pub scroll_top: f64,
    /// The key of the row that had the focus last.
    pub key: Option<String>,
}

/// Makes the current location available to everything below, and follows clicks and the browser's
/// Back and Forward.
pub fn provide_navigation() -> Navigation {
    let base = base_path();
    let location = RwSignal::new(Location::parse(&inside(&base)));
    let navigation = Navigation {
        location,
        base: StoredValue::new(base),
        came_from: StoredValue::new(None),
        came_back: StoredValue::new(false),
        left: StoredValue::new(HashMap::new()),
    };
    provide_context(navigation);
    let on_back = window_event_listener(leptos::ev::popstate, move |_| {
        navigation.came_back.set_value(true);
        location.set(Location::parse(&inside(&navigation.base.get_value())));
    });
    let on_click = window_event_listener(leptos::ev::click, move |event| {
        if let Some(address) = navigation.address_of_click(&event) {
            event.prevent_default();
            navigation.go_to_address(&address);
        }
    });
    on_cleanup(move || {
        on_back.remove();
        on_click.remove();
    });
    navigation
}

/// The current location and the way to others.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_navigation() -> Navigation {
    use_context().unwrap_or_else(|| unreachable!("the application provides the navigation"))
}

impl Navigation {
    /// The path of the page that is shown.
    #[must_use]
    pub fn path(self) -> Memo<String> {
        derived(move || self.location.with(|location| location.path.clone()))
    }

    /// A parameter of the page, kept in the address.
    #[must_use]
    pub fn parameter(self, name: &'static str) -> Memo<Option<String>> {
        derived(move || {
            self.location
                .with(|location| location.parameter(name).map(str::to_owned))
        })
    }

    /// Keeps a parameter in the address without a new step in the history; an empty value removes
    /// it.
    pub fn set_parameter(self, name: &'static str, value: &str) {
        let mut location = self.location.get_untracked();
        location.query.retain(|(key, _)| key != name);
        if !value.is_empty() {
            location.query.push((name.to_owned(), value.to_owned()));
        }
        self.remember(&location, Step::Replace);
        self.location.set(location);
    }

    /// Shows something that the address names, as a step that Back takes back.
    pub fn open_parameter(self, name: &'static str, value: &str) {
        let mut location = self.location.get_untracked();
        location.query.retain(|(key, _)| key != name);
        location.query.push((name.to_owned(), value.to_owned()));
        self.remember(&location, Step::Push);
        self.location.set(location);
    }

    /// Shows the first page in the place of this one.
    pub fn start_anew(self) {
        let location = Location::parse("");
        self.remember(&location, Step::Replace);
        self.location.set(location);
    }

    /// The address of the page from which the one of now was opened; `None` where it was the first.
    #[must_use]
    pub fn came_from(self) -> Option<String> {
        self.came_from.get_value()
    }

    fn go_to_address(self, address: &str) {
        let location = Location::parse(address);
        let before = self.location.with_untracked(Location::address);
        self.came_from.set_value(Some(before));
        self.came_back.set_value(false);
        self.remember(&location, Step::Push);
        self.location.set(location);
    }

    /// A name for a table of the page that is shown.
    #[must_use]
    pub fn table_name(self, table: &str) -> String {
        self.location
            .with_untracked(|location| format!("{} {table}", location.path))
    }

    /// Notes where a table is left.
    pub fn leave_table(self, name: String, position: TablePosition) {
        self.left.update_value(|left| {
            left.insert(name, position);
        });
    }

    /// Forgets where tables were left.
    pub fn forget_tables(self) {
        self.left.set_value(HashMap::new());
    }

    /// Where a table was left, when the person has come back to it.
    #[must_use]
    pub fn table_left_at(self, name: &str) -> Option<TablePosition> {
        let came_back = self.came_back.get_value();
        let position = || self.left.with_value(|left| left.get(name).cloned());
        came_back.then(position).flatten()
    }

    /// A browser that refuses (too many steps in a row) still gets its page shown.
    fn remember(self, location: &Location, step: Step) {
        let address = of_environment(location.address());
        let address = format!("{}{address}", self.base.get_value());
        if let Ok(history) = window().history() {
            let done = match step {
                Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
                Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
            };
            if let Err(refusal) = done {
                note("the address stays as it was", &refusal);
            }
        }
    }

    /// The address of a plain click on a link of ours.
    fn address_of_click(self, event: &MouseEvent) -> Option<String> {
        let changed = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || changed {
            return None;
        }
        let target: web_sys::Element = event.target()?.dyn_into().ok()?;
        // A link of a picture is no HTML element.
        let link = target.closest("a[href]").ok()??;
        if link.has_attribute("target") || link.has_attribute("download") {
            return None;
        }
        let base = link.base_uri().ok()??;
        let url = Url::new_with_base(&link.get_attribute("href")?, &base).ok()?;
        if url.origin() != window().location().origin().ok()? || !url.hash().is_empty() {
            return None;
        }
        let path = url.pathname();
        let inside = path.strip_prefix(&self.base.get_value())?;
        Some(format!("{inside}{}", url.search()))
    }
}

#[derive(Clone, Copy)]
enum Step {
    Push,
    Replace,
}
