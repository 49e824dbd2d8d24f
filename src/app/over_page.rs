//! What is asked over the foot of the page, which stays as it is: to sign in again when the token ends, to
//! press a key before the page locks.

use cloud_api::Timestamp;
use leptos::prelude::*;
use stay::Warning;
use words::sign_in::of_skew;

use super::areas::{Purpose, sign_in_dialog};
use super::ending::follow_ending;
use super::idle::follow_use;
use super::switching::Switching;
use crate::i18n::{Message, text};
use crate::live::{derived, follow, live, shown};
use crate::session::{Session, SessionState, use_session};
use crate::ui::{Question, Urgent, asked, use_announcements};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressing {
    /// The page locks at a time.
    Locks(Timestamp),
    /// The token or key is not accepted any more.
    Ended,
    /// The token ends in a few minutes.
    Ends,
}

/// One question at a time, the most pressing first.
pub fn over_page() -> AnyView {
    let session = use_session();
    let (announcements, switching) = (use_announcements(), use_context::<Switching>());
    let locks_at = follow_use();
    let ends_soon = follow_ending();
    let is_expired = derived(move || matches!(session.state(), SessionState::Expired(_)));
    let (is_open, set_open) = signal(false);
    // The dialog that answers it does not ask it.
    let needs_token = derived(move || is_expired.get() || ends_soon.get());
    let is_asking = derived(move || is_open.get() && needs_token.get());
    let pressing = derived(move || match locks_at.get() {
        Some(time) => Some(Pressing::Locks(time)),
        None if is_expired.get() => Some(Pressing::Ended),
        None => ends_soon.get().then_some(Pressing::Ends),
    });
    follow(move || match pressing.get() {
        Some(pressing) => announcements.interrupt(words(session, pressing)),
        None => announcements.end_interruption(),
    });
    follow(move || {
        if !needs_token.get() {
            set_open.set(false);
        }
    });
    let question = move |pressing: Pressing| {
        let (action, act) = match pressing {
            // The press itself is what is asked for.
            Pressing::Locks(_) => (text::lock_stay(), Callback::new(|()| ())),
            Pressing::Ended | Pressing::Ends => {
                let open = Callback::new(move |()| {
                    // Two forms over each other would have fields of the same names.
                    if let Some(switching) = switching {
                        switching.want_nothing();
                    }
                    set_open.set(true);
                });
                (text::session_sign_in_again(), open)
            }
        };
        Question {
            message: words(session, pressing),
            action,
            act,
        }
    };
    let banner = move || shown(pressing.get().map(|it| asked(question(it))));
    if let Some(urgent) = use_context::<Urgent>() {
        follow(move || {
            let is_answered = |it: &Pressing| !matches!(it, Pressing::Locks(_)) && is_asking.get();
            let pressing = pressing.get().filter(|it| !is_answered(it));
            urgent.set(pressing.map(question));
        });
    }
    let dialog = move || {
        let close = Callback::new(move |()| set_open.set(false));
        let identity = untrack(|| session.identity()).filter(|_| is_asking.get());
        shown(identity.map(|identity| {
            let (title, why) = (text::session_sign_in_again(), text::session_continue());
            sign_in_dialog(title, why, identity.place, Purpose::GoOn, close)
        }))
    };
    view! {
        <div class="over-page">{live(banner)}</div>
        {live(dialog)}
    }
    .into_any()
}

/// What has happened, or is about to.
fn words(session: Session, pressing: Pressing) -> Message {
    match pressing {
        Pressing::Locks(time) => text::lock_soon(time),
        Pressing::Ended => ended(session),
        Pressing::Ends => text::session_ends(Warning::VerySoon.minutes().unsigned_abs()),
    }
}

/// Why the token or key is not accepted any more, as far as that is known.
fn ended(session: Session) -> Message {
    let identity = untrack(|| session.identity());
    let key = identity.filter(|identity| identity.is_of_key());
    match key.map(|key| key.wrong_clock()) {
        Some(Some(clock)) => of_skew(clock),
        Some(None) => text::session_key_ended(),
        None => text::session_expired(),
    }
}
