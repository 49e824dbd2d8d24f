//! Ending the token in the cloud, where the cloud offers that.

use cloud_api::Operation;
use cloud_api::iam::RevokeToken;
use leptos::prelude::*;

use super::outcome::is_not_accepted;
use super::{Session, SessionState};
use crate::net::Credential;

impl Session {
    /// Ends the token of the person at the screen in the cloud, where the cloud offers that; runs something
    /// when it did not end. An access key is ended by its owner alone.
    pub fn revoke_token(self, when_not: impl FnOnce() + 'static) {
        let SessionState::SignedIn(identity) = self.state.get_untracked() else {
            return;
        };
        let Credential::Token(token) = identity.credential.clone() else {
            return;
        };
        if !identity.place.ends_tokens() {
            return;
        }
        let net = self.net.at(identity.place);
        leptos::task::spawn_local(async move {
            let operation = RevokeToken {
                token: token.clone(),
            };
            let answer = net
                .send(operation.request(), Credential::Token(token))
                .await;
            match answer.and_then(|response| RevokeToken::decode(&response)) {
                Ok(()) => {}
                // Another tab was faster.
                Err(error) if is_not_accepted(&error) => {}
                Err(_) => when_not(),
            }
        });
    }
}
