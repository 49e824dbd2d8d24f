//! Going on with the token that this tab was asked to keep.

use config::KeepInTab;
use leptos::prelude::*;

use super::kept_token::placed;
use super::sign_in::sign_in_at;
use super::signed_out::has_signed_out;
use super::used_at::is_left_alone;
use super::{Keep, KeptSignIn, Session, forget_in_tab};
use crate::browser::storage::TabItem;

/// Checks the kept token, if there is one, and begins the session unless somebody has begun to sign
/// in meanwhile. One that cannot be used any more is forgotten.
pub fn resume_from_tab(session: Session) {
    let Some(kept) = TabItem::Token.read() else {
        return;
    };
    if session.config.keep_in_tab == KeepInTab::Forbidden {
        TabItem::Token.remove();
        return;
    }
    if is_left_alone(session.config) {
        TabItem::Token.remove();
        session.kept.set(KeptSignIn::LeftAlone);
        return;
    }
    let Some((place, iam, token)) = placed(session.config, &kept) else {
        TabItem::Token.remove();
        return;
    };
    let net = session.net.at(place);
    let turn = session.take_turn();
    session.kept.set(KeptSignIn::Checking);
    leptos::task::spawn_local(async move {
        let checked = sign_in_at(net, &token, iam).await;
        if !session.is_turn(turn) {
            return;
        }
        match checked {
            Ok(identity) if has_signed_out(&identity) => {
                session.revoke(&identity);
                forget_in_tab();
                session.kept.set(KeptSignIn::SignedOut);
            }
            Ok(identity) => {
                session.begin(identity, Keep::InThisTab);
            }
            Err(error) if error.leaves_token_good() => {
                session.kept.set(KeptSignIn::NotChecked(error));
            }
            Err(error) => {
                TabItem::Token.remove();
                session.kept.set(KeptSignIn::Ended(error));
            }
        }
    });
}

impl Session {
    /// Forgets the sign-in that this tab was asked to keep; `false` when the browser kept its token.
    pub fn forget_kept(self) -> bool {
        self.take_turn();
        forget_in_tab()
    }
}
