//! The page locks when nobody has used it for long, also where a computer slept and where a page comes back from the browser's
//! history.

use std::num::NonZeroU16;
use std::rc::Rc;

use cloud_api::Timestamp;
use leptos::prelude::*;
use stay::{Idle, Presence};

use crate::browser::clock::computer_time;
use crate::browser::presence::follow_presence;
use crate::config::use_config;
use crate::i18n::text;
use crate::session::{Session, note_use, session_of_console};
use crate::ui::{Announcements, UnderWay, focus_by_id, use_announcements};
use crate::work::end_elsewhere;

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
    let noted_at = StoredValue::new(computer_time());
    let look = move |presence, used_at: Timestamp| {
        let soon = match presence {
            Presence::There => None,
            Presence::Leaving { until } => Some(until),
            Presence::Gone => {
                let jobs = untrack(|| under_way.map_or(0, UnderWay::count));
                return lock(session, announcements, minutes, jobs);
            }
        };
        if locks_at.0.get_untracked() != soon {
            locks_at.0.set(soon);
        }
        if used_at.milliseconds_since(noted_at.get_value()).abs() >= NOTED_EVERY {
            noted_at.set_value(used_at);
            note_use(used_at);
        }
    };
    follow_presence(session.began_at(), minutes, Rc::new(look));
    locks_at
}

/// Whether the session is over before its pages were there, which hear and follow all that: its person has signed out in
/// another tab, or has left the page alone for too long. It has ended or the page has locked then.
pub fn is_over_already() -> bool {
    let (session, announcements) = (session_of_console(), use_announcements());
    if session.has_signed_out() {
        let who = untrack(|| session.scope());
        return who.is_some_and(|who| end_elsewhere(session, announcements, &who));
    }
    let Some(minutes) = use_config().idle_minutes else {
        return false;
    };
    let presence = Idle::since(session.began_at(), minutes).presence(computer_time());
    let is_gone = presence == Presence::Gone;
    if is_gone {
        lock(session, announcements, minutes, 0);
    }
    is_gone
}

fn lock(session: Session, announcements: Announcements, minutes: NonZeroU16, jobs: u64) {
    if !session.lock(jobs) {
        announcements.tell(text::session_token_not_removed());
    }
    announcements.interrupt(text::lock_done(minutes.get().into()));
    // What had the focus has gone.
    request_animation_frame(|| focus_by_id("page-title"));
}
