//! The address bar, as the browser knows it.

use leptos::prelude::*;
use web_sys::Url;

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

/// What the address bar shows after a mount point: path, `?`, query.
#[must_use]
pub fn inside(base: &str) -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    let inside = path.strip_prefix(base).unwrap_or(&path);
    format!("{inside}{search}")
}

/// The host that browsers name in requests to where the console is served, with its port where it is not
/// the usual one.
#[must_use]
pub fn host() -> String {
    window().location().host().unwrap_or_default()
}

/// Where the console is served, without a slash at the end: what a request's path follows.
#[must_use]
pub fn origin() -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", base_path().trim_end_matches('/'))
}
