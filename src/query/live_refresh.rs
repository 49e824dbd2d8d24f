//! Keeps what is shown up to date while something is under way.

use std::time::Duration;

use leptos::prelude::*;
use reads::schedule::Sight;
use reads::{Refresh, RefreshCommand, RefreshEvent, Watched};

use crate::browser::storage::BrowserItem;
use crate::live::{Live, follow};
use crate::session::{SessionState, use_session};

/// Reads again by itself, unless the person has paused it.
#[derive(Clone, Copy)]
pub struct LiveRefresh {
    is_paused: RwSignal<bool>,
    goes_on: RwSignal<bool>,
}

const PAUSED: &str = "paused";

impl LiveRefresh {
    /// Whether the person has paused it; reacts.
    #[must_use]
    pub fn is_paused(self) -> bool {
        self.is_paused.get()
    }

    /// Whether there is anything to pause or to let go on; reacts.
    #[must_use]
    pub fn is_due(self) -> bool {
        self.is_paused.get() || self.goes_on.get()
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
    let is_going_on = RwSignal::new(false);
    let is_paused = RwSignal::new(BrowserItem::Updates.read().as_deref() == Some(PAUSED));
    let is_hidden = RwSignal::new(document().hidden());
    let on_sight = window_event_listener_untyped("visibilitychange", move |_| {
        is_hidden.set(document().hidden());
    });
    on_cleanup(move || on_sight.remove());
    let machine = StoredValue::new(Refresh::default());
    follow(move || {
        let goes_on = goes_on();
        if is_going_on.get_untracked() != goes_on {
            is_going_on.set(goes_on);
        }
        let watched = Watched {
            goes_on,
            may_read: !is_paused.get()
                && !is_reading()
                && matches!(session.state(), SessionState::SignedIn(_)),
            sight: match is_hidden.get() {
                true => Sight::Hidden,
                false => Sight::Seen,
            },
        };
        carry_out(machine, refresh, RefreshEvent::Changed(watched));
    });
    LiveRefresh {
        is_paused,
        goes_on: is_going_on,
    }
}

fn carry_out(machine: StoredValue<Refresh>, refresh: Callback<()>, event: RefreshEvent) {
    // Nothing is left to do once the page is.
    let command = machine.try_update_value(|machine| machine.handle(event));
    match command.flatten() {
        None => {}
        Some(RefreshCommand::Read) => refresh.run(()),
        Some(RefreshCommand::Wait {
            milliseconds,
            alarm,
        }) => set_timeout(
            move || carry_out(machine, refresh, RefreshEvent::Rang(alarm)),
            Duration::from_millis(milliseconds.unsigned_abs()),
        ),
    }
}
