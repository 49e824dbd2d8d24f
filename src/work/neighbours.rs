//! What the tabs of one person tell each other. What another tab says is never believed: it only says where
//! to look.

use changes::{ChangeId, Key, Notice, Scope};
use leptos::prelude::*;

use super::Work;
use crate::browser::channel::{Channel, tell_once};
use crate::i18n::text;
use crate::session::{Locked, Session};
use crate::ui::Announcements;

/// Tells the other tabs that whoever is at the screen, or held besides, signs out, where no work has begun.
pub fn tell_signing_out(session: Session) {
    for notice in signing_out(session) {
        tell_once(&notice.to_string());
    }
}

fn signing_out(session: Session) -> Vec<Notice> {
    let held = untrack(|| session.held());
    let scopes = held.iter().map(|identity| identity.scope());
    let id = ChangeId(0);
    scopes
        .chain(untrack(|| session.scope()))
        .map(|scope| Notice::SignOut(Key { scope, id }))
        .collect()
}

/// Signs out, here and in the cloud, wherever this tab is signed in.
pub fn end_session(session: Session, announcements: Announcements) {
    session.revoke_tokens();
    tell_kept(session.end(), announcements);
}

/// Ends, here and in the cloud, whatever a person has here who has signed out in another tab, and tells so where they were at the
/// screen. Gives whether they were. Others have not signed out: nobody else's token ends that may be in use elsewhere.
pub fn end_elsewhere(session: Session, announcements: Announcements, who: &Scope) -> bool {
    let is_theirs = |scope: &Scope| scope.is_of_person(who);
    session.end_held(is_theirs);
    let is_at_screen = untrack(|| session.scope()).is_some_and(|scope| is_theirs(&scope));
    if is_at_screen {
        session.revoke_at_screen();
        tell_kept(session.forget(), announcements);
        announcements.tell(text::session_signed_out_elsewhere());
    }
    is_at_screen
}

/// Tells what the browser did not forget.
fn tell_kept(is_forgotten: bool, announcements: Announcements) {
    if !is_forgotten {
        announcements.tell(text::session_token_not_removed());
    }
}

impl Work {
    /// Hears other tabs from now on.
    pub(super) fn hear_others(self) {
        let channel = Channel::open(move |text| {
            if let Ok(notice) = text.parse() {
                self.hear(&notice);
            }
        });
        self.channel.set_value(Some(channel));
        for shown_again in ["pageshow", "visibilitychange"] {
            let heard = window_event_listener_untyped(shown_again, move |_| {
                self.end_locked(Locked::has_signed_out);
            });
            on_cleanup(move || heard.remove());
        }
    }

    /// Tells why nobody can go on in a locked page any more, where its person has signed out in another tab.
    fn end_locked(self, is_meant: impl FnOnce(&Locked) -> bool) {
        let Some(is_forgotten) = self.session.end_locked(is_meant) else {
            return;
        };
        // That the page is locked is true no more.
        self.announcements.end_interruption();
        tell_kept(is_forgotten, self.announcements);
    }

    pub(super) fn tell_others(self, notice: &Notice) {
        if let Some(channel) = self.channel.try_get_value().flatten() {
            channel.tell(&notice.to_string());
        }
    }

    /// Tells the other tabs that whoever is at the screen, or held besides, signs out.
    pub fn tell_signing_out(self) {
        for notice in signing_out(self.session) {
            self.tell_others(&notice);
        }
    }

    fn hear(self, notice: &Notice) {
        match notice {
            Notice::LookAgain(key) => self.look_at(key),
            Notice::SignOut(key) => {
                let who = &key.scope;
                if !end_elsewhere(self.session, self.announcements, who) {
                    self.end_locked(|locked| locked.scope().is_of_person(who));
                }
            }
        }
    }
}
