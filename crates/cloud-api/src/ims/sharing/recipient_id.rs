//! Who a recipient is, whichever image is shared with it.

use crate::ims::{Member, MemberType};

/// Tells a recipient from all others: a project and an account may have the same ID.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecipientId {
    /// What it is, in the API's word where that is known, or else as the service wrote it.
    pub member_type: String,
    /// What names it: the URN of an organization, or else its ID; untrusted text.
    pub identifier: String,
}

impl RecipientId {
    /// What it is, where that is a known word.
    #[must_use]
    pub fn known_type(&self) -> Option<MemberType> {
        MemberType::named(&self.member_type)
    }
}

impl Member {
    /// Who it is, whichever image it is a member of.
    #[must_use]
    pub fn recipient_id(&self) -> RecipientId {
        let known = self.known_type().map(MemberType::name);
        RecipientId {
            member_type: known.unwrap_or(&self.member_type).to_owned(),
            identifier: self.identifier().to_owned(),
        }
    }
}
