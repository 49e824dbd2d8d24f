//! How the session of whoever is at the screen began. What a tab hears and follows begins with its pages, which may be on their
//! way for long.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::signed_out::last_sign_out;
use super::{Identity, Session};
use crate::browser::clock::computer_time;

/// How a session began.
#[derive(Clone)]
pub(super) struct Began {
    at: Timestamp,
    /// Which sign-out of the person was the last before.
    pub(super) signed_out_before: Option<String>,
}

impl Began {
    /// Now, by this person.
    pub(super) fn now(identity: &Identity) -> Self {
        Self {
            at: computer_time(),
            signed_out_before: last_sign_out(&identity.mark()),
        }
    }
}

impl Session {
    /// Since when whoever is at the screen is signed in, by the computer's clock; now where nobody is.
    #[must_use]
    pub fn began_at(self) -> Timestamp {
        let began = self.began.get_value();
        began.map_or_else(computer_time, |began| began.at)
    }

    /// Whether whoever is at the screen has signed out since, in whichever tab.
    #[must_use]
    pub fn has_signed_out(self) -> bool {
        let before = self.began.get_value().and_then(|it| it.signed_out_before);
        let identity = untrack(|| self.identity());
        // That it is noted no more is no sign-out: others may have come after it.
        let last = identity.and_then(|identity| last_sign_out(&identity.mark()));
        last.is_some() && last != before
    }
}
