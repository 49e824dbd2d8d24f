//! Whether the browser asks before the page is left: reloaded, closed, or gone from to another address.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{BeforeUnloadEvent, PageTransitionEvent};

thread_local! {
    static WAS_ASKED: Cell<bool> = const { Cell::new(false) };
    /// Has the browser ask; in its own words, which nobody can choose.
    static ASK: Closure<dyn Fn(BeforeUnloadEvent)> = Closure::new(|event: BeforeUnloadEvent| {
        event.prevent_default();
        WAS_ASKED.set(true);
        // Older browsers ask only when there is a text, which none shows.
        event.set_return_value("-");
    });
}

/// Whether somebody was asked and may be leaving: what breaks off now was perhaps broken off by that.
pub fn is_perhaps_being_left() -> bool {
    WAS_ASKED.get()
}

/// Runs something when the page is left for good: what was under way is broken off by the browser then,
/// and answers nothing any more.
pub fn when_page_is_left(then: impl Fn() + 'static) {
    let left = window_event_listener_untyped("pagehide", move |event| {
        let event = event.dyn_into::<PageTransitionEvent>();
        if event.is_ok_and(|event| !event.persisted()) {
            then();
        }
    });
    on_cleanup(move || left.remove());
}

/// Has the browser ask from now on, or not any more. While nobody is asked nothing listens: a page
/// that listens is not kept for the browser's Back.
pub fn ask_before_leaving(asks: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    ASK.with(|ask| {
        window.set_onbeforeunload(asks.then(|| ask.as_ref().unchecked_ref()));
    });
}
