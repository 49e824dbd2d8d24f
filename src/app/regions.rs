//! F6 leads from one part of the page to the next, Shift and F6 back: navigation, results, the table or
//! what else the page is about, the panel at the side, notifications. Readers say the name of each.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use crate::ui::{Held, focus};

/// The parts in their order: what each is, and what in it gets the focus, the first that is there.
const PARTS: [(&str, &[&str]); 5] = [
    (".side-navigation", &["a[aria-current]", "a"]),
    (".result", &["h3"]),
    (
        "main",
        &["[role='grid'] [data-cell][tabindex='0']", "#page-title"],
    ),
    (".side-panel", &["h2"]),
    (".toasts", &["button"]),
];

/// The part that every page has, and that Tab reaches first by itself.
const NAVIGATION: usize = 0;

/// Listens for F6 as long as the caller is there.
pub fn follow_f6() {
    let on_key = window_event_listener(leptos::ev::keydown, |event| {
        let is_ours = event.key() == "F6" && Held::with(&event) == Held::Nothing;
        let has_dialog = found(None, "dialog[open]").is_some();
        if !is_ours || has_dialog {
            return;
        }
        event.prevent_default();
        lead(event.shift_key());
    });
    on_cleanup(move || on_key.remove());
}

fn lead(back: bool) {
    let stops: Vec<(usize, HtmlElement)> = PARTS
        .iter()
        .enumerate()
        .filter_map(|(part, (whole, inside))| {
            let whole = found(None, whole)?;
            let stop = inside.iter().find_map(|stop| found(Some(&whole), stop));
            Some((part, stop.filter(is_on_screen)?))
        })
        .collect();
    let here = document().active_element().and_then(|active| {
        // What stands in another part is of the inner one.
        let mut parts = [4, 3, 1, 2, NAVIGATION].into_iter();
        parts.find(|part| active.closest(PARTS[*part].0).ok().flatten().is_some())
    });
    let next = match (here, back) {
        // From nowhere it leads to what the page is about.
        (None, false) => {
            let mut stops_of_page = stops.iter();
            let of_page = stops_of_page.find(|(part, _)| *part != NAVIGATION);
            of_page.or(stops.first())
        }
        (None, true) => stops.last(),
        (Some(here), false) => stops
            .iter()
            .find(|(part, _)| *part > here)
            .or(stops.first()),
        (Some(here), true) => {
            let mut before = stops.iter().rev();
            before.find(|(part, _)| *part < here).or(stops.last())
        }
    };
    if let Some((_, stop)) = next {
        focus(stop);
    }
}

fn found(inside: Option<&Element>, selector: &str) -> Option<HtmlElement> {
    let found = match inside {
        Some(element) => element.query_selector(selector),
        None => document().query_selector(selector),
    };
    found.ok().flatten()?.dyn_into().ok()
}

/// A drawer that is closed is not.
fn is_on_screen(element: &HtmlElement) -> bool {
    element.get_bounding_client_rect().height() > 0.0
}
