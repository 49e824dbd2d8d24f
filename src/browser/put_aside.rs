//! A page that the browser keeps alive behind its history instead of closing it.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::PageTransitionEvent;

/// Runs something when the browser puts the page aside, as it is, and something when the person comes
/// back to it.
pub fn when_put_aside(aside: impl Fn() + 'static, back: impl Fn() + 'static) {
    let hidden = listener("pagehide", aside);
    let shown = listener("pageshow", back);
    on_cleanup(move || {
        hidden.remove();
        shown.remove();
    });
}

fn listener(name: &str, then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped(name, move |event| {
        let event = event.dyn_into::<PageTransitionEvent>();
        if event.is_ok_and(|event| event.persisted()) {
            then();
        }
    })
}
