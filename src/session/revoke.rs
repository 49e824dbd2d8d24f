//! Ending tokens in the cloud, where the cloud offers that.

use std::rc::Rc;
use std::sync::Arc;

use changes::Scope;
use cloud_api::Operation;
use cloud_api::iam::RevokeToken;
use leptos::prelude::*;

use super::outcome::is_not_accepted;
use super::{Identity, Session, SessionState};
use crate::net::{Credential, Net, Token};

/// What runs when a token did not end.
pub type WhenNot = Rc<dyn Fn()>;

impl Session {
    /// Ends the token of the person at the screen in the cloud, and those of all that is held, where the cloud
    /// offers that; runs something when one did not end. An access key is ended by its owner alone.
    pub fn revoke_tokens(self, when_not: &WhenNot) {
        if let SessionState::SignedIn(identity) = self.state.get_untracked() {
            self.revoke(&identity, when_not);
        }
        self.end_held(|_| true, when_not);
    }

    /// Lets go of what is held of a person, and ends its tokens likewise.
    pub fn end_held(self, is_meant: impl Fn(&Scope) -> bool, when_not: &WhenNot) {
        for identity in untrack(|| self.let_go(is_meant)) {
            self.revoke(&identity, when_not);
        }
    }

    fn revoke(self, identity: &Arc<Identity>, when_not: &WhenNot) {
        if let Credential::Token(token) = identity.credential.clone() {
            // Longer than the page from which somebody signs out.
            end_token(self.net.at(identity.place), token, Rc::clone(when_not));
        }
    }
}

/// Ends a token of the place that is asked, where the cloud offers that; runs something when it did not end.
pub(super) fn end_token(net: Net, token: Token, when_not: WhenNot) {
    if !net.place().ends_tokens() {
        return;
    }
    leptos::task::spawn_local(async move {
        let operation = RevokeToken {
            token: token.text.clone(),
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
