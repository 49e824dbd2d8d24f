//! Scopes that are held besides the one at the screen: signed in in this tab, and in memory alone.
//!
//! One scope is at the screen and nothing is asked, shown or followed in another. Who goes from one to
//! another leaves the first as by signing in elsewhere, and comes back without signing in.

use std::sync::Arc;

use changes::Scope;
use leptos::prelude::*;

use super::held_scope::Held;
use super::{Identity, Keep, Session, SessionState};

impl Session {
    /// Who is signed in in this tab besides the one at the screen, and where; reacts.
    #[must_use]
    pub fn held(self) -> Vec<Arc<Identity>> {
        let identity = |held: &Held| Arc::clone(&held.identity);
        self.held.with(|all| all.iter().map(identity).collect())
    }

    /// Goes to a scope that is held, and holds the one at the screen from then on; `None` where it is held no
    /// more. A token that has ended meanwhile is found out there.
    pub fn switch_to(self, scope: &Scope) -> Option<Arc<Identity>> {
        let is_it = |held: &&Held| held.identity.scope() == *scope;
        let found = self
            .held
            .with_untracked(|all| all.iter().find(is_it).cloned());
        let Held { identity, keep, .. } = found?;
        self.begin(Identity::clone(&identity), keep);
        Some(identity)
    }

    /// Holds the scope at the screen before another one begins. Where its token is not accepted any more and
    /// somebody else signs in instead, who is not held here, whatever was held goes with it.
    pub(super) fn hold_before(self, next: &Identity) {
        let at_screen = self.at_screen();
        let is_good = matches!(self.state.get_untracked(), SessionState::SignedIn(_));
        self.held.update(|all| {
            let is_next = |held: &Held| held.identity.scope() == next.scope();
            let is_anothers = |held: &Held| held.identity.mark() != next.mark();
            let is_taken_over =
                !is_good && at_screen.as_ref().is_some_and(is_anothers) && !all.iter().any(is_next);
            match at_screen {
                Some(held) if is_good => all.push(held),
                Some(held) => held.is_used_no_more(),
                None => {}
            }
            all.retain(|held| {
                let stays = !is_taken_over && !is_next(held);
                if !stays {
                    held.is_used_no_more();
                }
                stays
            });
        });
    }

    /// Whoever is at the screen, good token or not, as a scope that is held.
    pub(super) fn at_screen(self) -> Option<Held> {
        let keep = match self.is_kept_in_tab() {
            true => Keep::InThisTab,
            false => Keep::InMemory,
        };
        Some(Held {
            identity: untrack(|| self.identity())?,
            keep,
            enterprise_project: self.enterprise_project.get_untracked(),
        })
    }

    /// Nobody comes back to what is held.
    pub(super) fn leave_held(self) {
        self.held
            .with_untracked(|all| all.iter().for_each(Held::is_used_no_more));
    }

    /// The enterprise project that a person has chosen, where a scope of theirs is held.
    pub(super) fn chosen_where_held(self, mark: &str) -> Option<String> {
        self.held.with_untracked(|all| {
            let mut all = all.iter().rev();
            let held = all.find(|held| held.identity.mark() == mark)?;
            Some(held.enterprise_project.clone()).filter(|chosen| !chosen.is_empty())
        })
    }

    /// Holds nothing besides what is at the screen: where whoever is to be there is chosen in another way, nobody
    /// comes back to who was there before.
    pub fn hold_nothing(self) {
        self.held.update(Vec::clear);
    }

    /// Lets go of what is held of a person, and gives it.
    pub(super) fn let_go(self, is_meant: impl Fn(&Scope) -> bool) -> Vec<Arc<Identity>> {
        let mut gone = self.held();
        gone.retain(|identity| is_meant(&identity.scope()));
        if !gone.is_empty() {
            self.held
                .update(|all| all.retain(|held| !is_meant(&held.identity.scope())));
        }
        gone
    }
}
