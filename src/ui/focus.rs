//! Putting the focus somewhere.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::console::note;

/// Puts the focus on an element.
pub fn focus(element: &HtmlElement) {
    if let Err(refusal) = element.focus() {
        note("the focus stays where it is", &refusal);
    }
}

/// Puts the focus on the element of this ID, if the page has it.
pub fn focus_by_id(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}

/// The same, and brings the element into view also where it has the focus already and something has moved it.
pub fn focus_in_sight(id: &str) {
    focus_by_id(id);
    if let Some(element) = document().get_element_by_id(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Brings what the open dialog tells of what was pressed into view, unless the focus is on a field that says
/// what is wrong with it.
pub fn show_what_is_told() {
    const AT_FIELD: &str = "dialog[open] :focus[aria-invalid=\"true\"]";
    const TOLD: &str = "dialog[open] [role=\"alert\"]:has(*)";
    request_animation_frame(|| {
        let find = |what| document().query_selector(what).ok().flatten();
        if find(AT_FIELD).is_none()
            && let Some(told) = find(TOLD)
        {
            told.scroll_into_view();
        }
    });
}

/// Puts the focus back on what had it before a dialog opened: on the button of a menu for what stands in
/// it. When that has gone or can do nothing any more, it goes to the heading of the table whose tool it
/// was, or of the page.
pub fn focus_again(element: &HtmlElement) {
    let menu = element.closest(".menu-content:not(:popover-open)");
    let menu = menu
        .ok()
        .flatten()
        .and_then(|menu| menu.previous_element_sibling());
    let button = menu.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let element = button.as_ref().unwrap_or(element);
    let is_usable = element.is_connected() && !element.matches(":disabled").unwrap_or(false);
    if is_usable {
        return focus(element);
    }
    let toolbar = element.closest(".toolbar").ok().flatten();
    let own = toolbar.and_then(|toolbar| toolbar.query_selector("h2[tabindex]").ok().flatten());
    let of_page = || {
        document()
            .query_selector("main h2[tabindex]")
            .ok()
            .flatten()
    };
    let heading = own
        .or_else(of_page)
        .and_then(|heading| heading.dyn_into().ok());
    match heading {
        Some(heading) => focus(&heading),
        None => focus_by_id("page-title"),
    }
}

/// Lets a button that leaves the page while it has the focus hand it on, as [`focus_again`] does: keys
/// pressed next would go nowhere.
pub fn hand_on_focus(button: NodeRef<html::Button>) {
    on_cleanup(move || {
        let button = button.try_get_untracked().flatten();
        let active = document().active_element();
        let Some(button) = button.filter(|it| active.as_ref() == Some(it.as_ref())) else {
            return;
        };
        // A row or a dialog that leaves with it may have its own idea of where the focus goes.
        request_animation_frame(move || {
            let body = document().body();
            if document().active_element().as_ref() == body.as_deref() {
                focus_again(&button);
            }
        });
    });
}
