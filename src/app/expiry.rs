//! When the token ends, the page stays as it is; a banner over its foot asks to sign in again.

use leptos::prelude::*;

use super::areas::sign_in_dialog;
use crate::i18n::{Message, text};
use crate::live::{derived, follow, live, shown};
use crate::session::{Session, SessionState, use_session};
use crate::ui::{Question, Urgent, asked, use_announcements};

/// The banner, while the token is not accepted any more.
pub fn expiry_banner() -> AnyView {
    let session = use_session();
    let announcements = use_announcements();
    let is_expired = derived(move || matches!(session.state(), SessionState::Expired(_)));
    let (is_open, set_open) = signal(false);
    follow(move || {
        if is_expired.get() {
            announcements.interrupt(ended(session));
        } else {
            set_open.set(false);
            announcements.end_interruption();
        }
    });
    let question = move || Question {
        message: ended(session),
        action: text::session_sign_in_again(),
        act: Callback::new(move |()| set_open.set(true)),
    };
    let banner = move || shown(is_expired.get().then(|| asked(question())));
    let is_asking = derived(move || is_open.get() && is_expired.get());
    if let Some(urgent) = use_context::<Urgent>() {
        // The dialog that answers it does not ask it.
        let is_asked = derived(move || is_expired.get() && !is_asking.get());
        follow(move || urgent.set(is_asked.get().then(question)));
    }
    let dialog = move || {
        let close = Callback::new(move |()| set_open.set(false));
        let identity = untrack(|| session.identity()).filter(|_| is_asking.get());
        shown(identity.map(|identity| {
            let (title, why) = (text::session_sign_in_again(), text::session_continue());
            sign_in_dialog(title, why, identity.place, close)
        }))
    };
    view! {
        <div class="over-page">{live(banner)}</div>
        {live(dialog)}
    }
    .into_any()
}

/// What is not accepted any more.
fn ended(session: Session) -> Message {
    let identity = untrack(|| session.identity());
    match identity.is_some_and(|identity| identity.is_of_key()) {
        true => text::session_key_ended(),
        false => text::session_expired(),
    }
}
