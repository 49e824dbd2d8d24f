//! Going on with the token that this tab was asked to keep.

use super::sign_in::{SignInError, sign_in_with_token};
use super::{Keep, Session, SessionState};
use crate::browser::storage::TabItem;
use crate::net::Net;

/// Checks the kept token, if there is one, and begins the session unless somebody has signed in
/// meanwhile. One that IAM refuses is forgotten.
pub fn resume_from_tab(session: Session, net: Net) {
    let Some(kept) = TabItem::Token.read() else {
        return;
    };
    leptos::task::spawn_local(async move {
        match sign_in_with_token(net, &kept).await {
            Ok(identity) => {
                if session.state() == SessionState::SignedOut {
                    session.begin(identity, Keep::InThisTab);
                }
            }
            Err(SignInError::Api(_)) => {}
            Err(_) => {
                TabItem::Token.remove();
            }
        }
    });
}
