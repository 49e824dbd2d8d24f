//! A page that locks: who was there goes on where they were, and everybody else at the beginning.

use std::sync::Arc;

use cloud_api::Timestamp;
use config::Config;
use leptos::prelude::*;
use stay::{Idle, Presence};

use super::{Session, SessionState};
use crate::browser::clock::computer_time;
use crate::browser::storage::TabItem;

/// Who was there when a page locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    mark: String,
    /// Name of the person's user; untrusted text.
    pub user_name: String,
    /// How many changes are not followed meanwhile.
    pub jobs: u64,
}

impl Session {
    /// Locks the page while so many changes are under way: nothing of it stays, neither the token or key
    /// nor what was read. `false` when the browser kept the token.
    pub fn lock(self, jobs: u64) -> bool {
        let Some(identity) = untrack(|| self.identity()) else {
            return true;
        };
        self.put_aside();
        self.state.set(SessionState::Locked(Arc::new(Locked {
            mark: identity.mark(),
            user_name: identity.user_name.clone(),
            jobs,
        })));
        TabItem::Token.remove()
    }

    /// Whether a locked page has gone to somebody else since this was last asked.
    pub fn was_taken_over(self) -> bool {
        let is_it = self.is_taken_over.get_value();
        self.is_taken_over.set_value(false);
        is_it
    }

    /// Whether it is locked for another person than this one, who has it from now on.
    pub(super) fn takes_over(self, mark: &str) -> bool {
        let is_anothers = match self.state.get_untracked() {
            SessionState::Locked(locked) => locked.mark != mark,
            SessionState::SignedOut | SessionState::SignedIn(_) | SessionState::Expired(_) => false,
        };
        if is_anothers {
            self.is_taken_over.set_value(true);
        }
        is_anothers
    }
}

/// Notes beside a token that the tab keeps when somebody last used the page.
pub fn note_use(at: Timestamp) {
    if TabItem::Token.read().is_some() {
        TabItem::UsedAt.write(&at.milliseconds().to_string());
    }
}

/// Whether nobody has used the tab for too long to go on with what it keeps.
pub(super) fn is_left_alone(config: &Config) -> bool {
    let used_at = TabItem::UsedAt.read().and_then(|text| text.parse().ok());
    let idle = used_at.zip(config.idle_minutes).map(|(used_at, minutes)| {
        let used_at = Timestamp::from_milliseconds(used_at);
        Idle::since(used_at, minutes).presence(computer_time())
    });
    idle == Some(Presence::Gone)
}
