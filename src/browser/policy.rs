//! What the page's own content security policy has stopped.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The addresses that were stopped, for as long as what began to listen is on screen.
#[derive(Clone, Copy)]
pub struct Stopped(StoredValue<Vec<String>>);

/// Listens from now on.
#[must_use]
pub fn listen_to_policy() -> Stopped {
    let stopped = StoredValue::new(Vec::new());
    let listener = window_event_listener_untyped("securitypolicyviolation", move |event| {
        let text = |name: &str| {
            Reflect::get(&event, &JsValue::from_str(name))
                .ok()?
                .as_string()
        };
        // A policy that only reports stops nothing.
        if let (Some(address), Some("enforce")) =
            (text("blockedURI"), text("disposition").as_deref())
        {
            stopped.try_update_value(|stopped| stopped.push(address));
        }
    });
    on_cleanup(move || listener.remove());
    Stopped(stopped)
}

impl Stopped {
    /// The addresses.
    #[must_use]
    pub fn addresses(self) -> Vec<String> {
        self.0.try_get_value().unwrap_or_default()
    }

    /// Forgets what was stopped before.
    pub fn forget(self) {
        self.0.try_update_value(Vec::clear);
    }
}
