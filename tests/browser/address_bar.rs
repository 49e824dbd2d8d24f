//! The address of the tab in which tests run.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Goes to an address as the browser's Back does: every console in the page hears of it.
pub fn leave_for(address: &str) {
    let history = window().history().unwrap();
    let gone = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    gone.unwrap();
    let event = web_sys::Event::new("popstate").unwrap();
    window().dispatch_event(&event).unwrap();
}

/// Goes to the organizations, which are one list, where the tab is on the first page, which reads many.
pub fn leave_the_first_page() {
    if window().location().pathname().as_deref() == Ok("/") {
        leave_for("/containers");
    }
}
