//! How the session of whoever is at the screen began.

use cloud_api::Timestamp;

use super::outcome::Identity;
use super::signed_out::last_sign_out;
use crate::browser::clock::computer_time;

/// How a session began.
#[derive(Clone)]
pub(super) struct Began {
    pub(super) at: Timestamp,
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
