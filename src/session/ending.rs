//! The end of a token's time, of which IAM has the last word: this computer's clock may be wrong.

use std::sync::Arc;

use cloud_api::{Timestamp, WrongClock};
use leptos::prelude::*;

use super::verdict::Verdict;
use super::{Identity, Session, SessionState};
use crate::browser::clock::wrong_clock;
use crate::net::Credential;

impl Session {
    /// Asks IAM once the token's time is over by what is known of the time, and notes its end. Where IAM says
    /// nothing the session goes on: a service that refuses the token ends it too.
    pub fn check_expiry(self, now: Timestamp) {
        let SessionState::SignedIn(identity) = self.state.get_untracked() else {
            return;
        };
        let Some(end) = identity.expires_at.filter(|end| *end <= now) else {
            return;
        };
        let Credential::Token(token) = identity.credential.clone() else {
            return;
        };
        let net = self.net.at(identity.place);
        leptos::task::spawn_local(async move {
            let verdict = self.inquiries.verdict(net, &token, Some(end)).await;
            if !self.is_current(&identity.credential) {
                return;
            }
            match verdict {
                Verdict::Ended => self.expire(),
                // How long it is still good only another clock tells.
                Verdict::Good if untrack(wrong_clock) == Some(WrongClock::Contradicted) => {
                    let lasting = Identity {
                        expires_at: None,
                        ..Identity::clone(&identity)
                    };
                    self.state.set(SessionState::SignedIn(Arc::new(lasting)));
                }
                Verdict::Good | Verdict::Unknown => {}
            }
        });
    }
}
