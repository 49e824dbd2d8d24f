//! The page locks when nobody has used it for long: by the time of day, so that a computer that slept, and
//! a page that comes back from the browser's history, lock as well.

use std::time::Duration;

use cloud_api::Timestamp;
use leptos::prelude::*;
use stay::{Idle, Presence};
use wasm_bindgen::JsCast as _;

use crate::browser::clock::computer_time;
use crate::config::use_config;
use crate::i18n::text;
use crate::session::{note_use, session_of_console};
use crate::ui::{UnderWay, focus_by_id, use_announcements};

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

/// What the tab keeps is at most so much older: milliseconds.
const NOTED_EVERY: i64 = 10_000;

/// When the page locks, while that is soon.
#[derive(Clone, Copy)]
pub struct LocksAt(RwSignal<Option<Timestamp>>);

impl LocksAt {
    /// When, while that is soon; reacts.
    pub fn get(self) -> Option<Timestamp> {
        self.0.get()
    }
}

/// Locks the page in time from now on, as long as the caller is there.
pub fn follow_use() -> LocksAt {
    let locks_at = LocksAt(RwSignal::new(None));
    let Some(minutes) = use_config().idle_minutes else {
        return locks_at;
    };
    let (session, announcements) = (session_of_console(), use_announcements());
    let under_way = use_context::<UnderWay>();
    let idle = StoredValue::new(Idle::since(computer_time(), minutes));
    let noted_at = StoredValue::new(computer_time());
    let look = move |presence: fn(&mut Idle, Timestamp) -> Presence| {
        let Some(presence) = idle.try_update_value(|idle| presence(idle, computer_time())) else {
            return;
        };
        let soon = match presence {
            Presence::There => None,
            Presence::Leaving { until } => Some(until),
            Presence::Gone => {
                let jobs = untrack(|| under_way.map_or(0, UnderWay::count));
                if !session.lock(jobs) {
                    announcements.tell(text::session_token_not_removed());
                }
                announcements.interrupt(text::lock_done(minutes.get().into()));
                // What had the focus has gone.
                request_animation_frame(|| focus_by_id("page-title"));
                return;
            }
        };
        if locks_at.0.get_untracked() != soon {
            locks_at.0.set(soon);
        }
        let used_at = idle.with_value(Idle::used_at);
        if used_at.milliseconds_since(noted_at.get_value()).abs() >= NOTED_EVERY {
            noted_at.set_value(used_at);
            note_use(used_at);
        }
    };
    let is_still = |event: &web_sys::Event| {
        let pointer = event.dyn_ref::<web_sys::MouseEvent>();
        pointer.is_some_and(|it| {
            it.type_() == "pointermove" && (it.movement_x(), it.movement_y()) == (0, 0)
        })
    };
    let used = USED.map(|name| (name, Idle::use_at as fn(&mut Idle, Timestamp) -> Presence));
    let woken = WOKEN.map(|name| (name, Idle::presence as fn(&mut Idle, Timestamp) -> Presence));
    for (name, presence) in used.into_iter().chain(woken) {
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
    locks_at
}
