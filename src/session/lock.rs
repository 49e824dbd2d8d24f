//! A page that locks: who was there goes on where they were, and everybody else at the beginning.

use std::sync::Arc;

use config::Place;
use leptos::prelude::*;

use super::kept_token::placed;
use super::locked::Locked;
use super::{KeptSignIn, Session, SessionState, forget_in_tab};
use crate::browser::storage::TabItem;

impl Session {
    /// Locks the page while so many changes are under way: nothing of it stays, neither the token or key
    /// nor what was read. `false` when the browser kept the token.
    pub fn lock(self, jobs: u64) -> bool {
        let Some(at_screen) = self.at_screen() else {
            return true;
        };
        // What was sent may still need its token.
        if jobs == 0 {
            at_screen.is_used_no_more();
        }
        self.leave_held();
        self.put_aside();
        let identity = at_screen.identity;
        self.state.set(SessionState::Locked(Arc::new(Locked {
            mark: identity.mark(),
            signed_out_before: self.signed_out_before.get_value(),
            scope: identity.scope(),
            place: identity.place,
            came_by: identity.came_by(),
            user_name: identity.user_name.clone(),
            jobs,
        })));
        TabItem::Token.remove()
    }

    /// Nobody goes on with a sign-in for too long: whatever is under way begins nothing any more, and why is told. Gives
    /// whether nobody is at the screen.
    pub fn give_up_sign_in(self) -> bool {
        self.take_turn();
        let is_nobody_there = match self.state.get_untracked() {
            SessionState::SignedOut | SessionState::Locked(_) => true,
            SessionState::SignedIn(_) | SessionState::Expired(_) => false,
        };
        if is_nobody_there {
            self.kept.set(KeptSignIn::NotFinished);
        }
        is_nobody_there
    }

    /// Where whoever may go on was: when the page locked, or in what the tab keeps.
    #[must_use]
    pub fn place_before(self) -> Option<Place> {
        match self.state.get_untracked() {
            SessionState::Locked(who) => Some(who.place),
            SessionState::SignedOut | SessionState::SignedIn(_) | SessionState::Expired(_) => {
                let (place, ..) = placed(self.config, &TabItem::Token.read()?)?;
                Some(place)
            }
        }
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
