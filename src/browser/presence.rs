//! Whether somebody is there, as far as the browser tells.

use std::num::NonZeroU16;
use std::rc::Rc;
use std::time::Duration;

use cloud_api::Timestamp;
use leptos::prelude::*;
use stay::{Idle, Presence};
use wasm_bindgen::JsCast as _;

use super::clock::computer_time;

/// What a person does who is there. Screen readers and voice control press and write without any key or
/// pointer.
const USED: [&str; 6] = [
    "click",
    "input",
    "keydown",
    "pointerdown",
    "pointermove",
    "wheel",
];

/// After these it may have been long since anything was looked at.
const WOKEN: [&str; 3] = ["pageshow", "visibilitychange", "focus"];

/// Runs something, as long as the caller is there, with whether somebody is and when the page was last used: whenever it is used or
/// woken, and every second. By the time of day, so that a computer that slept counts as well.
pub fn follow_presence(
    used_at: Timestamp,
    minutes: NonZeroU16,
    then: Rc<dyn Fn(Presence, Timestamp)>,
) {
    let idle = StoredValue::new(Idle::since(used_at, minutes));
    let look = move |presence: Look| {
        let look = |idle: &mut Idle| (presence(idle, computer_time()), idle.used_at());
        if let Some((presence, used_at)) = idle.try_update_value(look) {
            then(presence, used_at);
        }
    };
    let used = USED.map(|name| (name, Idle::use_at as Look));
    let woken = WOKEN.map(|name| (name, Idle::presence as Look));
    for (name, presence) in used.into_iter().chain(woken) {
        let look = look.clone();
        let heard = window_event_listener_untyped(name, move |event| {
            // Browsers tell a pointer that rests where the page below it has moved.
            if !is_still(&event) {
                look(presence);
            }
        });
        on_cleanup(move || heard.remove());
    }
    let looking = set_interval_with_handle(move || look(Idle::presence), Duration::from_secs(1));
    if let Ok(looking) = looking {
        on_cleanup(move || looking.clear());
    }
}

/// How it is looked whether somebody is there at a time.
type Look = fn(&mut Idle, Timestamp) -> Presence;

fn is_still(event: &web_sys::Event) -> bool {
    let pointer = event.dyn_ref::<web_sys::MouseEvent>();
    pointer.is_some_and(|it| {
        it.type_() == "pointermove" && (it.movement_x(), it.movement_y()) == (0, 0)
    })
}
