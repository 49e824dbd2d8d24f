//! Keys, pressed where the focus is.

use leptos::prelude::document;
use web_sys::{KeyboardEvent, KeyboardEventInit};

/// What is held down with a key.
#[derive(Clone, Copy, Debug)]
pub enum Modifier {
    Alternate,
    AltGraph,
    Command,
    Control,
    Shift,
}

/// Whose a key was.
#[derive(Debug, PartialEq, Eq)]
pub enum Key {
    /// The console's, which kept it from the browser.
    Taken,
    /// The browser's.
    Left,
}

/// Presses a key.
pub fn press_holding(held: &[Modifier], key: &str) -> Key {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    for modifier in held {
        match modifier {
            Modifier::Alternate => options.set_alt_key(true),
            Modifier::AltGraph => options.set_modifier_alt_graph(true),
            Modifier::Command => options.set_meta_key(true),
            Modifier::Control => options.set_ctrl_key(true),
            Modifier::Shift => options.set_shift_key(true),
        }
    }
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    let active = document().active_element().unwrap();
    match active.dispatch_event(&event).unwrap() {
        true => Key::Left,
        false => Key::Taken,
    }
}
