//! A press on a row, for as long as it lasts: rows that change meanwhile are drawn once it has ended, because a
//! click finds nobody where the row has been drawn anew between its two halves.

use leptos::prelude::*;

/// What ends a press at once. A click is heard here after whatever was clicked.
const ENDED: [&str; 4] = ["click", "pointercancel", "contextmenu", "blur"];

/// Whether a row of a table is pressed.
#[derive(Clone, Copy)]
pub struct Pressed {
    press: StoredValue<Press>,
    /// The press has ended, and rows wait.
    ended: Trigger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Press {
    None,
    Held,
    /// Rows have changed since.
    Awaited,
}

impl Pressed {
    /// By nobody yet.
    pub fn new() -> Self {
        Self {
            press: StoredValue::new(Press::None),
            ended: Trigger::new(),
        }
    }

    /// A press begins.
    pub fn begin(self) {
        self.press.set_value(Press::Held);
    }

    /// Whether rows have to wait; whoever asks is run again once they need not any more.
    pub fn keeps_waiting(self) -> bool {
        self.ended.track();
        let is_held = self.press.get_value() != Press::None;
        if is_held {
            self.press.set_value(Press::Awaited);
        }
        is_held
    }

    /// Hears from now on when presses end, as long as the caller is there.
    pub fn follow_ends(self) {
        for name in ENDED {
            let heard = window_event_listener_untyped(name, move |_| self.end());
            on_cleanup(move || heard.remove());
        }
        // The click comes after it, if one comes.
        let heard = window_event_listener_untyped("pointerup", move |_| {
            request_animation_frame(move || self.end());
        });
        on_cleanup(move || heard.remove());
    }

    fn end(self) {
        let before = self
            .press
            .try_update_value(|press| std::mem::replace(press, Press::None));
        if before == Some(Press::Awaited) {
            self.ended.notify();
        }
    }
}
