//! A sign-in that somebody has begun and not finished: what was given waits for them, and no longer than a page that is open
//! may be left alone.

use std::rc::Rc;

use leptos::prelude::*;
use stay::Presence;

use super::attempt::Attempt;
use crate::browser::clock::computer_time;
use crate::browser::presence::follow_presence;
use crate::config::use_config;
use crate::i18n::text;
use crate::live::{derived, follow};
use crate::session::session_of_console;
use crate::ui::{focus_by_id, use_announcements};

/// Forgets what was given, and says so, where nobody has gone on with it for too long.
pub fn forget_unfinished(attempt: Attempt) {
    let Some(minutes) = use_config().idle_minutes else {
        return;
    };
    let (session, announcements) = (session_of_console(), use_announcements());
    let is_unfinished = derived(move || attempt.is_unfinished());
    follow(move || {
        if !is_unfinished.get() {
            return;
        }
        let look = move |presence, _| {
            if presence == Presence::Gone {
                attempt.break_off();
                // Over a page it locks.
                if session.give_up_sign_in() {
                    announcements.interrupt(text::sign_in_not_finished(minutes.get().into()));
                    // What had the focus has gone.
                    request_animation_frame(|| focus_by_id("page-title"));
                }
            }
        };
        follow_presence(computer_time(), minutes, Rc::new(look));
    });
}
