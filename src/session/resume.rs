//! Going on with the token that this tab was asked to keep.

use config::{Config, KeepInTab, Place};
use leptos::prelude::*;

use super::identity::Identity;
use super::sign_in::sign_in_with_token;
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
    let Some((place, token)) = placed(session.config, &kept) else {
        TabItem::Token.remove();
        return;
    };
    let net = session.net.at(place);
    let turn = session.take_turn();
    session.kept.set(KeptSignIn::Checking);
    leptos::task::spawn_local(async move {
        let checked = sign_in_with_token(net, &token).await;
        if !session.is_turn(turn) {
            return;
        }
        match checked {
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

/// A token as the tab keeps it: one cloud's token goes to that cloud's IAM only.
pub(super) fn kept_text(identity: &Identity) -> String {
    let token = identity.token.reveal();
    match identity.place {
        Place::OwnOrigin => token.to_owned(),
        Place::Of(cloud, region) => format!("{} {} {token}", cloud.id, region.id),
    }
}

/// The place that a kept token is of, and the token; `None` where the console is not set up for it any
/// more.
fn placed(config: &'static Config, kept: &str) -> Option<(Place, String)> {
    let parts: Vec<&str> = kept.split(' ').collect();
    let is_of = |place: &Place| match (place, &*parts) {
        (Place::OwnOrigin, [_]) => true,
        (Place::Of(its_cloud, its_region), [cloud, region, _]) => {
            its_cloud.id == *cloud && its_region.id.as_str() == *region
        }
        _ => false,
    };
    let place = config.places().into_iter().find(is_of)?;
    Some((place, (*parts.last()?).to_owned()))
}

impl Session {
    /// Forgets the sign-in that this tab was asked to keep; `false` when the browser kept its token.
    pub fn forget_kept(self) -> bool {
        self.take_turn();
        forget_in_tab()
    }
}
