//! Refusals of the browser that no person needs to act on: noted in its console, never lost.

use wasm_bindgen::JsValue;

/// Notes what did not happen, and what the browser said.
pub fn note(what: &str, refusal: &JsValue) {
    web_sys::console::warn_2(&JsValue::from_str(what), refusal);
}
