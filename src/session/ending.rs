//! The end of a token's time, of which IAM has the last word: this computer's clock may be wrong.

use std::sync::Arc;

use cloud_api::{Timestamp, WrongClock};
use leptos::prelude::*;

use super::verdict::Verdict;
use super::{Identity, Session, SessionState};
use crate::browser::clock::wrong_clock;
use crate::net::Credential;

impl Identity {
    /// Whether another token can take the place of this one, which ends.
    pub(super) fn is_renewable(&self) -> bool {
        self.can_change_project() && self.expires_at.is_some()
    }

    /// Whether the token's time is over, by what is known of the time.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}

impl Session {
    /// Asks IAM once the token's time is over by what is known of the time, and notes its end. Where IAM says
    /// nothing the session goes on: a service that refuses the token ends it too.
    pub fn check_expiry(self, now: Timestamp) {
        let SessionState::SignedIn(identity) = self.state.get_untracked() else {
            return;
        };
        if identity.is_over(now) {
            leptos::task::spawn_local(async move { self.settle_end(&identity).await });
        }
    }

    /// The same, and waits for what comes of it.
    pub(super) async fn settle_end(self, identity: &Arc<Identity>) {
        let Credential::Token(token) = &identity.credential else {
            return;
        };
        let net = self.net.at(identity.place);
        let verdict = self
            .inquiries
            .verdict(net, token, identity.expires_at)
            .await;
        if !self.is_current(&identity.credential) {
            return;
        }
        match verdict {
            Verdict::Ended => self.renew_or_expire(identity).await,
            // How long it is still good only another clock tells.
            Verdict::Good if untrack(wrong_clock) == Some(WrongClock::Contradicted) => {
                let lasting = Identity {
                    expires_at: None,
                    ..Identity::clone(identity)
                };
                self.state.set(SessionState::SignedIn(Arc::new(lasting)));
            }
            Verdict::Good | Verdict::Unknown => {}
        }
    }

    /// Has another token take the place of one whose time is over, where that was not tried yet: the computer may
    /// have slept while there was time for it. Else notes the end.
    pub(super) async fn renew_or_expire(self, identity: &Arc<Identity>) {
        if !self.renewed(identity).await && self.is_current(&identity.credential) {
            self.expire();
        }
    }
}
