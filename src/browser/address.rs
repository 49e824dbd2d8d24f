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
    format!("{}{search}", after(base, &path))
}

/// A path after a mount point, which is the first page also without the slash at its end.
#[must_use]
pub fn after<'a>(base: &str, path: &'a str) -> &'a str {
    match path.strip_prefix(base) {
        Some(inside) => inside,
        None if base.strip_suffix('/') == Some(path) => "",
        None => path,
    }
}

/// Where an address of the console's file leads, seen from a mount point: it stays as it is where it
/// begins at the root of the origin or names a server.
#[must_use]
pub fn seen_from(base: &str, address: &str) -> String {
    match address.starts_with('/') || names_server(address) {
        true => address.to_owned(),
        false => format!("{base}{address}"),
    }
}

/// Whether an address names a server.
#[must_use]
pub fn names_server(address: &str) -> bool {
    address.contains("://")
}

/// The same for whoever is not on this page: with the server that it leads to.
#[must_use]
pub fn whole(address: &str) -> String {
    let address = seen_from(&base_path(), address);
    match names_server(&address) {
        true => address,
        false => format!(
            "{}{address}",
            window().location().origin().unwrap_or_default()
        ),
    }
}

/// Whether an address leads to another origin than the page's own, which a whole address may name as well.
#[must_use]
pub fn leads_elsewhere(address: &str) -> bool {
    Url::new(address).is_ok_and(|url| Ok(url.origin()) != window().location().origin())
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
