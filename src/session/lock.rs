//! A page that locks: who was there goes on where they were, and everybody else at the beginning.

use std::sync::Arc;

use leptos::prelude::*;

use super::locked::Locked;
use super::signed_out::last_sign_out;
use super::{KeptSignIn, Session, SessionState, forget_in_tab};
use crate::browser::storage::TabItem;

impl Session {
    /// Locks the page while so many changes are under way: nothing of it stays, neither the token or key
    /// nor what was read. `false` when the browser kept the token.
    pub fn lock(self, jobs: u64) -> bool {
        let Some(identity) = untrack(|| self.identity()) else {
            return true;
        };
        self.put_aside();
        let mark = identity.mark();
        self.state.set(SessionState::Locked(Arc::new(Locked {
            signed_out_before: last_sign_out(&mark),
            mark,
            scope: identity.scope(),
            user_name: identity.user_name.clone(),
            jobs,
        })));
        TabItem::Token.remove()
    }

    /// Forgets who was there when the page locked, where this holds of them: they have signed out in another tab.
    /// Gives whether the browser forgot all that the tab remembers; `None` where it is not locked for them.
    pub fn end_locked(self, is_meant: impl FnOnce(&Locked) -> bool) -> Option<bool> {
        match self.state.get_untracked() {
            SessionState::Locked(locked) if is_meant(&locked) => {
                self.locked_last.set_value(Some(locked.mark.clone()));
            }
            SessionState::Locked(_)
            | SessionState::SignedOut
            | SessionState::SignedIn(_)
            | SessionState::Expired(_) => return None,
        }
        self.state.set(SessionState::SignedOut);
        self.kept.set(KeptSignIn::SignedOut);
        Some(forget_in_tab())
    }

    /// Whether a locked page has gone to somebody else since this was last asked.
    pub fn was_taken_over(self) -> bool {
        let is_it = self.is_taken_over.get_value();
        self.is_taken_over.set_value(false);
        is_it
    }

    /// Whether it is locked for another person than this one, or was, who has it from now on.
    pub(super) fn takes_over(self, mark: &str) -> bool {
        let last = self.locked_last.try_update_value(Option::take).flatten();
        let is_anothers = match self.state.get_untracked() {
            SessionState::Locked(locked) => locked.mark != mark,
            SessionState::SignedOut => last.is_some_and(|last| last != mark),
            SessionState::SignedIn(_) | SessionState::Expired(_) => false,
        };
        if is_anothers {
            self.is_taken_over.set_value(true);
        }
        is_anothers
    }
}
