//! An area that did not arrive: why, what can be done, and what reloading costs.

use leptos::prelude::*;

use super::button::{ButtonKind, button};
use super::failure::failure_box;
use crate::browser::program::{program, reload};
use crate::i18n::{t, text};
use crate::live::live;
use crate::net::message_file;

/// The words, with a way to load it again as long as its file may still be there.
pub fn failed_area(load: Callback<()>) -> AnyView {
    let is_updated = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        if is_other_program().await {
            // The page may have been left.
            is_updated.try_set(true);
        }
    });
    live(move || {
        let reloading = view! {
            <p class="details">{t(text::area_reload_cost())}</p>
            {button(ButtonKind::Plain, text::area_reload(), reload)}
        };
        let (why, again) = match is_updated.get() {
            // The address of a file that was taken away stays dead.
            true => (text::area_updated(), None),
            false => (text::area_failed_why(), Some(load)),
        };
        failure_box(text::area_failed(), why, Some(reloading.into_any()), again)
    })
    .into_any()
}

/// Whether the console's server gives another program now than the one that runs.
async fn is_other_program() -> bool {
    let (Some(running), Some(page)) = (program(), message_file("./").await) else {
        return false;
    };
    let page = String::from_utf8_lossy(&page);
    page.contains("<html") && !page.contains(&running)
}
