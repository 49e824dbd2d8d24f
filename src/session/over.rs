//! Whether a session is over. What a tab hears and follows of that begins with its pages, which may be on their way for long.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::Session;
use super::signed_out::last_sign_out;
use crate::browser::clock::computer_time;

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
