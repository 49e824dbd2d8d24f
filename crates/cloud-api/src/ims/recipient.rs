//! What a machine image can be shared with.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::image_id::ImageId;
use super::member::{Member, MemberType};
use crate::{AccountId, Kind, OrganizationUrn, Owner, ProjectId, Subject, TextError};

/// What a machine image is shared with (corrections §4). OTC knows projects only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// A project.
    Project(ProjectId),
    /// A whole account, which the API calls a domain.
    Account(AccountId),
    /// An organization of the Organizations service, or a part of one.
    Organization(OrganizationUrn),
}

impl Recipient {
    /// Reads what a person has typed for a recipient of this kind.
    ///
    /// # Errors
    /// The rule that the text breaks, and where.
    pub fn typed(kind: MemberType, text: &str) -> Result<Self, TextError> {
        Ok(match kind {
            MemberType::Project => Self::Project(text.parse()?),
            MemberType::Domain => Self::Account(text.parse()?),
            MemberType::Organization => Self::Organization(text.parse()?),
        })
    }

    /// Takes what a service has listed; `None` for what no request can carry.
    #[must_use]
    pub fn listed(kind: MemberType, text: &str) -> Option<Self> {
        Some(match kind {
            MemberType::Project => Self::Project(ProjectId::listed(text)?),
            MemberType::Domain => Self::Account(AccountId::listed(text)?),
            MemberType::Organization => Self::Organization(OrganizationUrn::listed(text)?),
        })
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> MemberType {
        match self {
            Self::Project(_) => MemberType::Project,
            Self::Account(_) => MemberType::Domain,
            Self::Organization(_) => MemberType::Organization,
        }
    }

    /// Its ID, or the URN of an organization.
    #[must_use]
    pub fn identifier(&self) -> &str {
        match self {
            Self::Project(project) => project.as_str(),
            Self::Account(account) => account.as_str(),
            Self::Organization(urn) => urn.as_str(),
        }
    }
}

impl Recipient {
    /// What tells it from all others: its kind before its ID.
    pub(super) fn key(&self) -> String {
        format!("{}:{self}", self.kind().name())
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.identifier())
    }
}

impl Member {
    /// Who it is, for a write; `None` where its type is not known or no request can carry its ID.
    #[must_use]
    pub fn recipient(&self) -> Option<Recipient> {
        Recipient::listed(self.known_type()?, self.identifier())
    }
}

impl Member {
    /// Whether it is this one, as far as it tells: where its type is not told or not known, its ID alone
    /// does.
    pub(super) fn may_be(&self, recipient: &Recipient) -> bool {
        let kind = match &*self.member_type {
            "" => None,
            _ => self.known_type(),
        };
        self.identifier() == recipient.identifier()
            && kind.is_none_or(|kind| kind == recipient.kind())
    }
}

impl Subject {
    /// The share of an image with a recipient.
    #[must_use]
    pub fn image_member(image: &ImageId, recipient: &Recipient) -> Self {
        let of = Owner::Image(image.clone());
        Self::named(Kind::ImageMember, of, recipient.key())
    }

    /// The image and the recipient, where it is the share of one with the other.
    #[must_use]
    pub fn image_and_recipient(&self) -> Option<(&ImageId, Recipient)> {
        let (Kind::ImageMember, Owner::Image(image)) = (self.kind, &self.of) else {
            return None;
        };
        let (kind, identifier) = self.id.split_once(':')?;
        let recipient = Recipient::listed(MemberType::named(kind)?, identifier)?;
        Some((image, recipient))
    }
}
