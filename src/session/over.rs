//! Whether a session is over. What a tab hears and follows of that begins with its pages, which may be on their way for long.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::Session;
use super::signed_out::last_sign_out;

impl Session {
    /// Since when whoever is at the screen is signed in, by the computer's clock.
    #[must_use]
    pub fn began_at(self) -> Timestamp {
        Timestamp::from_milliseconds(self.began_at.get_value().cast_signed())
    }

    /// Whether whoever is at the screen has signed out since, in whichever tab.
    #[must_use]
    pub fn has_signed_out(self) -> bool {
        let identity = untrack(|| self.identity());
        // That it is noted no more is no sign-out: others may have come after it.
        let last = identity.and_then(|identity| last_sign_out(&identity.mark()));
        last.is_some() && last != self.signed_out_before.get_value()
    }
}
