//! The address bar: which page is shown, with which filters, and how to get to another.
//!
//! Links are plain `<a href>` with addresses relative to the document's base, so that one build
//! works at any mount point; a click on one is answered here instead of loading the page again.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, MouseEvent, Url};

use super::Route;
use crate::browser::console::note;
use crate::live::derived;

/// A page and the parameters behind the `?`, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Which page.
    pub route: Route,
    /// Filters and the like.
    pub query: Vec<(String, String)>,
}

/// The current location and the way to others.
#[derive(Clone, Copy)]
pub struct Navigation {
    location: RwSignal<Location>,
    base: StoredValue<String>,
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

impl Location {
    /// Reads what stands after the mount point: path, `?`, query.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let decode = |text: &str| {
            let spaces = text.replace('+', " ");
            percent_encoding::percent_decode_str(&spaces)
                .decode_utf8_lossy()
                .into_owned()
        };
        let query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (decode(key), decode(value)))
            .collect();
        Self {
            route: Route::parse(path),
            query,
        }
    }

    /// The address, relative to the mount point.
    #[must_use]
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            return self.route.to_string();
        }
        let query = cloud_api::canonical_query(
            self.query
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str())),
        );
        format!("{}?{query}", self.route)
    }
}

/// Makes the current location available to everything below, and follows clicks and the browser's
/// Back and Forward.
pub fn provide_navigation() -> Navigation {
    let base = base_path();
    let location = RwSignal::new(current(&base));
    let navigation = Navigation {
        location,
        base: StoredValue::new(base),
        came_back: StoredValue::new(false),
        left: StoredValue::new(HashMap::new()),
    };
    provide_context(navigation);
    let on_back = window_event_listener(leptos::ev::popstate, move |_| {
        navigation.came_back.set_value(true);
        location.set(current(&navigation.base.get_value()));
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
    /// Which page is shown.
    #[must_use]
    pub fn route(self) -> Memo<Route> {
        derived(move || self.location.with(|location| location.route.clone()))
    }

    /// A parameter of the page, kept in the address.
    #[must_use]
    pub fn parameter(self, name: &'static str) -> Memo<Option<String>> {
        derived(move || {
            self.location.with(|location| {
                let pair = location.query.iter().find(|(key, _)| key == name)?;
                Some(pair.1.clone())
            })
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

    /// Shows a page.
    pub fn go(self, route: &Route) {
        self.go_to_address(&route.to_string());
    }

    fn go_to_address(self, address: &str) {
        let location = Location::parse(address);
        self.came_back.set_value(false);
        self.remember(&location, Step::Push);
        self.location.set(location);
    }

    /// A name for a table of the page that is shown.
    #[must_use]
    pub fn table_name(self, table: &str) -> String {
        let page = self.location.with_untracked(|it| it.route.to_string());
        format!("{page} {table}")
    }

    /// Notes where a table is left.
    pub fn leave_table(self, name: String, position: TablePosition) {
        self.left.update_value(|left| {
            left.insert(name, position);
        });
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
        if location.route.is_wrong() {
            return;
        }
        let address = format!("{}{}", self.base.get_value(), location.address());
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
        let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
        if !link.target().is_empty() || link.has_attribute("download") {
            return None;
        }
        let url = Url::new(&link.href()).ok()?;
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

/// The mount point: the path of the document's base, ending with `/`.
#[must_use]
pub fn base_path() -> String {
    let base = document()
        .base_uri()
        .ok()
        .flatten()
        .and_then(|uri| Url::new(&uri).ok());
    let path = base.map_or_else(|| "/".to_owned(), |url| url.pathname());
    match path.rfind('/') {
        Some(end) => path[..=end].to_owned(),
        None => "/".to_owned(),
    }
}

fn current(base: &str) -> Location {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    let inside = path.strip_prefix(base).unwrap_or(&path);
    Location::parse(&format!("{inside}{search}"))
}
