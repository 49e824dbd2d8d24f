//! Who was there when a page locked.

use changes::Scope;
use config::Place;

use super::CameBy;
use super::signed_out::last_sign_out;

/// Who was there when a page locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    pub(super) mark: String,
    pub(super) scope: Scope,
    /// Which sign-out of the person was the last before.
    pub(super) signed_out_before: Option<String>,
    /// Where the person acted.
    pub(super) place: Place,
    /// How the person had signed in.
    pub came_by: CameBy,
    /// Name of the person's user; untrusted text.
    pub user_name: String,
    /// How many changes are not followed meanwhile.
    pub jobs: u64,
}

impl Locked {
    /// In whose name, and where, the person acted.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Whether the person has signed out since, in whichever tab.
    #[must_use]
    pub fn has_signed_out(&self) -> bool {
        // That it is noted no more is no sign-out: others may have come after it.
        last_sign_out(&self.mark).is_some_and(|last| self.signed_out_before != Some(last))
    }
}
