//! What the tabs of one person tell each other. What another tab says is never believed: it only says where
//! to look.

use changes::{ChangeId, Key, Notice};
use leptos::prelude::*;

use super::Work;
use crate::browser::channel::Channel;
use crate::i18n::text;
use crate::session::Session;
use crate::ui::Announcements;

/// Signs out, here and in the cloud; tells what did not end.
pub fn end_session(session: Session, announcements: Announcements) {
    session.revoke_token(move || announcements.tell(text::session_token_stays()));
    if !session.end() {
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
    }

    pub(super) fn tell_others(self, notice: &Notice) {
        if let Some(channel) = self.channel.try_get_value().flatten() {
            channel.tell(&notice.to_string());
        }
    }

    /// Tells the other tabs of the person at the screen that they have signed out.
    pub fn tell_signing_out(self) {
        if let Some(scope) = untrack(|| self.scope()) {
            let id = ChangeId(0);
            self.tell_others(&Notice::SignOut(Key { scope, id }));
        }
    }

    fn hear(self, notice: &Notice) {
        match notice {
            Notice::LookAgain(key) => self.look_at(key),
            Notice::SignOut(key) => {
                let scope = untrack(|| self.scope());
                if scope.is_some_and(|scope| scope.is_of_person(&key.scope)) {
                    let announcements = self.announcements;
                    end_session(self.session, announcements);
                    announcements.tell(text::session_signed_out_elsewhere());
                }
            }
        }
    }
}
