//! Links of the demo's pages, which lead into the demo also where they are opened elsewhere: in another tab, or from what
//! somebody has copied.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use crate::browser::address::names_server;
use crate::browser::console::note;
use crate::browser::demo::of_environment;

/// Has every link lead into the demo from the moment on at which somebody reaches for it.
pub fn mark_links() {
    for reaching in ["pointerdown", "focusin"] {
        let heard = window_event_listener_untyped(reaching, |event| mark_link_of(&event));
        on_cleanup(move || heard.remove());
    }
}

fn mark_link_of(event: &Event) {
    let Some((link, address)) = link_of(event) else {
        return;
    };
    if let Err(refusal) = link.set_attribute("href", &of_environment(address)) {
        note("the link leads out of the demo", &refusal);
    }
}

/// A link inside the console, which is relative to the document's base.
fn link_of(event: &Event) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest("a[href]").ok()??;
    let address = link.get_attribute("href")?;
    let is_inside = !names_server(&address)
        && !address.starts_with(['#', '/'])
        && !link.has_attribute("download");
    is_inside.then_some((link, address))
}
