//! What remains after a change, in words.

use changes::Remaining;

use crate::level::level_name_of;
use crate::{Message, text};

/// The sentence for it.
#[must_use]
pub fn remaining(remaining: &Remaining) -> Message {
    match remaining {
        Remaining::Everyone => text::consequence_public(),
        Remaining::ThroughOrganization { name, level } => {
            text::remains_through_organization(level_name_of(*level), name.clone())
        }
        Remaining::Directly { name, level } => {
            text::remains_directly(level_name_of(*level), name.clone())
        }
        Remaining::SharedAccount { account } => text::remains_shared_account(account.clone()),
        Remaining::NotListedOfOrganization => text::permissions_not_listed_organization(),
        Remaining::NotListedOfRepository => text::permissions_not_listed(),
    }
}
