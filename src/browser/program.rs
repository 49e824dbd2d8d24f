//! The program that runs, as the page that loaded it names it.

use leptos::prelude::*;

use super::console::note;

/// The name of its script, which has a hash of its content in it; `None` where the page names none.
#[must_use]
pub fn program() -> Option<String> {
    let link = document().query_selector("link[rel=modulepreload]");
    let address = link.ok().flatten()?.get_attribute("href")?;
    let name = address.rsplit('/').next().unwrap_or_default();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Takes away what the page shows until the program has started.
pub fn has_started() {
    if let Some(waiting) = document().get_element_by_id("boot") {
        waiting.remove();
    }
}

/// Loads the page anew, and the program with it.
pub fn reload() {
    if let Err(refusal) = window().location().reload() {
        note("not reloaded", &refusal);
    }
}
