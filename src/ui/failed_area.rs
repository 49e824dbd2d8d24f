//! An area that did not arrive: why, what can be done, and what reloading costs.

use leptos::prelude::*;

use super::button::{ButtonKind, button};
use super::failure::{failure_box, line_to_copy};
use super::reload_cost::reload_cost;
use crate::browser::program::reload;
use crate::i18n::text;
use crate::live::{live, shown};
use crate::net::has_other_version;

/// The words, with a way to load it again as long as its file may still be there.
pub fn failed_area(load: Callback<()>) -> AnyView {
    let is_updated = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        if has_other_version().await {
            // The page may have been left.
            is_updated.try_set(true);
        }
    });
    live(move || {
        let reloading = view! {
            {reload_cost()}
            {button(ButtonKind::Plain, text::area_reload(), reload)}
        };
        let (why, again) = match is_updated.get() {
            // The address of a file that was taken away stays dead.
            true => (text::area_updated(), None),
            false if missing_file().is_some_and(|file| file.starts_with("HTTP ")) => {
                (text::area_failed_answer(), Some(load))
            }
            false => (text::area_failed_why(), Some(load)),
        };
        let below = view! {
            {shown(missing_file().map(line_to_copy))}
            {reloading}
        };
        failure_box(text::area_failed(), why, Some(below.into_any()), again)
    })
    .into_any()
}

/// The file that did not arrive last, behind the status that it was answered with, for whoever runs the console. `load-areas.js` notes it.
fn missing_file() -> Option<String> {
    document().document_element()?.get_attribute("data-missing")
}
