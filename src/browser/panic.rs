//! What happens when the program fails: the start script shows a crash page.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::console::note;

/// Tells the start script about a failure; the page is replaced there, because nothing here can be
/// relied on any more.
pub fn show_crash_page() {
    std::panic::set_hook(Box::new(|failure| {
        console_error_panic_hook::hook(failure);
        let detail = CustomEventInit::new();
        detail.set_detail(&JsValue::from_str(&failure.to_string()));
        let told = CustomEvent::new_with_event_init_dict("image-console-crash", &detail)
            .ok()
            .zip(web_sys::window())
            .map(|(event, window)| window.dispatch_event(&event));
        if !matches!(told, Some(Ok(_))) {
            note("the crash page could not be shown", &JsValue::UNDEFINED);
        }
    }));
}
