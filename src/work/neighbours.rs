//! What the tabs of one person tell each other. What another tab says is never believed: it only says where
//! to look.

use std::rc::Rc;

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

/// Signs out, here and in the cloud, wherever this tab is signed in; tells what did not end.
pub fn end_session(session: Session, announcements: Announcements) {
    session.revoke_tokens(&token_stays(announcements));
    if !session.end() {
        announcements.tell(text::session_token_not_removed());
    }
}

fn token_stays(announcements: Announcements) -> Rc<dyn Fn()> {
    Rc::new(move || announcements.tell(text::session_token_stays()))
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
        if !is_forgotten {
            self.announcements.tell(text::session_token_not_removed());
        }
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
                let announcements = self.announcements;
                let is_theirs = |scope: &Scope| scope.is_of_person(&key.scope);
                if untrack(|| self.scope()).is_some_and(|scope| is_theirs(&scope)) {
                    end_session(self.session, announcements);
                    announcements.tell(text::session_signed_out_elsewhere());
                } else {
                    self.session
                        .end_held(is_theirs, &token_stays(announcements));
                    self.end_locked(|locked| is_theirs(locked.scope()));
                }
            }
        }
    }
}
