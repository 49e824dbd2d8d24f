//! What is held down while a key is pressed.

use web_sys::KeyboardEvent;

/// What is held down with a key. Keys of our own are bare or go with Control or ⌘; every other
/// combination is the browser's or the system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing, or Shift.
    Nothing,
    /// Control.
    Control,
    /// ⌘ or the Windows key.
    Command,
    /// Alt, AltGr, or several.
    Other,
}

impl Held {
    /// With a key that is pressed.
    #[must_use]
    pub fn with(event: &KeyboardEvent) -> Self {
        let is_alternate = event.alt_key() || event.get_modifier_state("AltGraph");
        match (is_alternate, event.ctrl_key(), event.meta_key()) {
            (false, false, false) => Self::Nothing,
            (false, true, false) => Self::Control,
            (false, false, true) => Self::Command,
            (true, _, _) | (_, true, true) => Self::Other,
        }
    }
}
