//! The end of the token: told half an hour and five minutes before, and put off where a password is at hand.

use std::time::Duration;

use leptos::prelude::*;
use stay::{Ending, Warning};
use words::span::of_minutes;

use crate::browser::clock::{now, use_clock};
use crate::i18n::text;
use crate::live::{derived, follow};
use crate::session::use_session;
use crate::ui::use_announcements;

/// Whether the token ends very soon and has to be renewed by the person; follows it, and its end, from now on.
pub fn follow_ending() -> RwSignal<bool> {
    let session = use_session();
    let (clock, announcements) = (use_clock(), use_announcements());
    let watch =
        set_interval_with_handle(move || session.check_expiry(now()), Duration::from_secs(1));
    if let Ok(watch) = watch {
        on_cleanup(move || watch.clear());
    }
    let is_asked = RwSignal::new(false);
    let ending = StoredValue::new(Ending::default());
    let ends_at = derived(move || session.identity()?.expires_at);
    // Another token ends at another time.
    follow(move || {
        ends_at.with(|_| ());
        is_asked.set(false);
    });
    follow(move || {
        let (ends_at, now) = (ends_at.get(), clock.get());
        let look = |ending: &mut Ending| Some((ending.warns(ends_at, now)?, ending.is_no_longer()));
        match ending.try_update_value(look).flatten() {
            None => {}
            Some((Warning::Soon, _)) => {
                let can_renew =
                    untrack(|| session.identity()).is_some_and(|it| it.can_change_project());
                if !can_renew {
                    // Less than when it was to be told, where the computer slept: as the top bar says.
                    let left = ends_at.map_or(0, |end| end.milliseconds_since(now).max(0));
                    let left = of_minutes(left.unsigned_abs() / 60_000);
                    announcements.tell(text::header_ends_soon(left));
                }
            }
            Some((Warning::VerySoon, false)) => session.renew(move || is_asked.set(true)),
            // A cloud of short tokens, or a wrong clock: one password after the other would be sent.
            Some((Warning::VerySoon, true)) => {
                session.leave_to_person();
                is_asked.set(true);
            }
        }
    });
    is_asked
}
