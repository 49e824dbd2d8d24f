//! Where a menu stands.

use leptos::prelude::window;
use web_sys::HtmlElement;

use crate::browser::console::note;
use crate::table::menu::Of;

/// Room between a menu and what it belongs to, and the edge of the window, in CSS pixels.
const ROOM: f64 = 4.0;

/// Puts a menu under what it belongs to, or above it where there is more room, inside the window.
pub(super) fn place_at(popover: &HtmlElement, from: &HtmlElement, of: Of) {
    let size = |size: Result<wasm_bindgen::JsValue, _>| {
        size.ok().and_then(|it| it.as_f64()).unwrap_or_default()
    };
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let (menu, from) = (
        popover.get_bounding_client_rect(),
        from.get_bounding_client_rect(),
    );
    let below = from.bottom() + ROOM;
    let top = match below + menu.height() + ROOM > height {
        true => (from.top() - ROOM - menu.height()).max(ROOM),
        false => below,
    };
    let left = match of {
        Of::Row => from.right() - menu.width(),
        Of::Choice(_) => from.left(),
    };
    let left = left.min(width - menu.width() - ROOM).max(ROOM);
    for (side, distance) in [("top", top), ("left", left)] {
        let style = popover.style();
        if let Err(refusal) = style.set_property(side, &format!("{}px", distance.round() as i64)) {
            note("the menu stays where it is", &refusal);
        }
    }
}
