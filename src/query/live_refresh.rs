//! Keeps what is shown up to date while something is under way.

use std::time::Duration;

use changes::schedule::{Sight, before_refresh};
use leptos::prelude::*;

use crate::browser::storage::BrowserItem;
use crate::live::{Live, follow};
use crate::session::{SessionState, use_session};

/// Reads again by itself, unless the person has paused it.
#[derive(Clone, Copy)]
pub struct LiveRefresh {
    is_paused: RwSignal<bool>,
}

const PAUSED: &str = "paused";

impl LiveRefresh {
    /// Whether the person has paused it; reacts.
    #[must_use]
    pub fn is_paused(self) -> bool {
        self.is_paused.get()
    }

    /// Pauses it or lets it go on; remembered for all pages.
    pub fn toggle(self) {
        let is_paused = !self.is_paused.get_untracked();
        BrowserItem::Updates.write(if is_paused { PAUSED } else { "" });
        self.is_paused.set(is_paused);
    }
}

/// Refreshes as long as the caller is on screen and something `goes_on`, each time a while after the
/// reading before it has ended.
pub fn use_live_refresh(
    goes_on: Live<bool>,
    is_reading: Live<bool>,
    refresh: Callback<()>,
) -> LiveRefresh {
    let session = use_session();
    let is_paused = RwSignal::new(BrowserItem::Updates.read().as_deref() == Some(PAUSED));
    let is_hidden = RwSignal::new(document().hidden());
    let on_sight = window_event_listener_untyped("visibilitychange", move |_| {
        is_hidden.set(document().hidden());
    });
    on_cleanup(move || on_sight.remove());
    let earlier = StoredValue::new(0_u32);
    let alarm = StoredValue::new(0_u64);
    let was_going_on = StoredValue::new(false);
    follow(move || {
        let is_going_on = goes_on();
        let may_read = !is_paused.get()
            && !is_reading()
            && matches!(session.state(), SessionState::SignedIn(_));
        let sight = match is_hidden.get() {
            true => Sight::Hidden,
            false => Sight::Seen,
        };
        // Whatever was waited for before is waited for anew.
        alarm.update_value(|alarm| *alarm += 1);
        let this_alarm = alarm.get_value();
        if !is_going_on {
            earlier.set_value(0);
            // What is shown was read in parts; the last ones may be older than the end.
            if was_going_on.get_value() && may_read {
                was_going_on.set_value(false);
                refresh.run(());
            }
            return;
        }
        was_going_on.set_value(true);
        if may_read {
            let wait = before_refresh(earlier.get_value(), sight);
            let ring = move || {
                if alarm.try_get_value() == Some(this_alarm) {
                    earlier.update_value(|earlier| *earlier += 1);
                    refresh.run(());
                }
            };
            set_timeout(ring, Duration::from_millis(wait.unsigned_abs()));
        }
    });
    LiveRefresh { is_paused }
}
