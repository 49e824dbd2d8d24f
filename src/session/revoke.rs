//! Ending tokens in the cloud, where the cloud offers that.

use std::rc::Rc;

use changes::Scope;
use cloud_api::Operation;
use cloud_api::iam::RevokeToken;
use leptos::prelude::*;

use super::outcome::is_not_accepted;
use super::{Identity, Session};
use crate::net::{Credential, Net, Token};

/// What runs when a token did not end.
pub type WhenNot = Rc<dyn Fn()>;

impl Session {
    /// Ends the token of the person at the screen in the cloud, and those of all that is held, where the cloud
    /// offers that. An access key is ended by its owner alone.
    pub fn revoke_tokens(self) {
        self.revoke_at_screen();
        for identity in untrack(|| self.held()) {
            self.revoke(&identity);
        }
    }

    /// The same of the person at the screen alone: also of one whose token a service has refused, for IAM may have said nothing
    /// of it.
    pub fn revoke_at_screen(self) {
        if let Some(identity) = untrack(|| self.identity()) {
            self.revoke(&identity);
        }
    }

    /// Lets go of what is held of a person, and ends its tokens likewise.
    pub fn end_held(self, is_meant: impl Fn(&Scope) -> bool) {
        for identity in untrack(|| self.let_go(is_meant)) {
            self.revoke(&identity);
        }
    }

    pub(super) fn revoke(self, identity: &Identity) {
        if let Credential::Token(token) = identity.credential.clone() {
            if let Some(unused) = &identity.unused {
                unused.is_ended();
            }
            // Longer than the page from which somebody signs out.
            let when_not = move || {
                let all = self.when_token_stays.try_get_value();
                for then in all.unwrap_or_default() {
                    then.run(());
                }
            };
            end_token(self.net.at(identity.place), token, Rc::new(when_not));
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
