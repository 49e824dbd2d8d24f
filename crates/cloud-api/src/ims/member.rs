//! Members of a machine image: who it is shared with.

use super::image_id::ImageId;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, Owner, ProjectId, Request,
    Response,
};

/// The reading of members that every cloud documents; that of `/v1` is not published on all.
const LIST: Endpoint = Endpoint::ims(
    Method::Get,
    "/v2/images/{image_id}/members",
    "GlanceListImageMembers",
);

const SHOW: Endpoint = Endpoint::ims(
    Method::Get,
    "/v2/images/{image_id}/members/{member_id}",
    "GlanceShowImageMember",
);

/// Reads a page of an image's members, which only its owner sees all: `GET
/// /v2/images/{image_id}/members` (examples §3.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListImageMembers {
    /// Of which image.
    pub image: ImageId,
    /// ID of the member that the page follows; `None` for the first page.
    pub marker: Option<String>,
}

impl ListImageMembers {
    /// Rows that a page is asked for, as the official SDK was seen to ask.
    pub const LIMIT: u16 = 100;

    /// Whether nothing follows a page of so many rows. The answer names a next page even where there
    /// is none, and OpenStack gives all at once whatever it is asked for (corrections §4).
    #[must_use]
    pub fn is_last(received: u64) -> bool {
        received != u64::from(Self::LIMIT)
    }
}

/// A member, as the service gave it. No answer has a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Member {
    /// ID of the project or account; untrusted text.
    pub member_id: String,
    /// What it is; not always a word that is known, and empty where the cloud knows projects only.
    pub member_type: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// Names an organization; untrusted text, empty for others.
    pub urn: String,
    /// Since when it is one, as the service wrote it.
    pub created_at: String,
    /// When that was changed last, as the service wrote it.
    pub updated_at: String,
}

/// What an image can be shared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberType {
    /// A project.
    Project,
    /// A whole account.
    Domain,
    /// An organization of the Organizations service, or a part of one.
    Organization,
}

impl MemberType {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Project, Self::Domain, Self::Organization];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Domain => "domain",
            Self::Organization => "organization",
        }
    }

    /// The type of that word in any case, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |known: &Self| known.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is)
    }
}

/// How a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberStatus {
    /// Nobody has answered yet.
    Pending,
    /// The image is in the member's list.
    Accepted,
    /// It is not, but servers can still be made from it.
    Rejected,
}

impl MemberStatus {
    /// All known ones.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Accepted, Self::Rejected];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// The status of that word in any case, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |known: &Self| known.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is)
    }
}

impl Member {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        Self {
            member_id: fields.text_or_number("member_id"),
            member_type: fields.text_or_number("member_type"),
            status: fields.text_or_number("status"),
            urn: fields.text_or_number("urn"),
            created_at: fields.text_or_number("created_at"),
            updated_at: fields.text_or_number("updated_at"),
        }
    }

    /// What it is, where that is a known word. Clouds that tell nothing know projects only.
    #[must_use]
    pub fn known_type(&self) -> Option<MemberType> {
        match &*self.member_type {
            "" => Some(MemberType::Project),
            word => MemberType::named(word),
        }
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<MemberStatus> {
        MemberStatus::named(&self.status)
    }

    /// What names it: the URN of an organization, or else its ID.
    #[must_use]
    pub fn identifier(&self) -> &str {
        match &*self.urn {
            "" => &self.member_id,
            urn => urn,
        }
    }
}

impl Operation for ListImageMembers {
    type Output = Listed<Member>;

    fn request(&self) -> Request {
        let request = Request::new(&LIST, &[self.image.as_str()])
            .with_query("limit", Self::LIMIT.to_string());
        match &self.marker {
            Some(marker) => request.with_query("marker", marker),
            None => request,
        }
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Image(self.image.clone());
        Some(Collection::new(Kind::ImageMember, of))
    }

    fn decode(response: &Response) -> Result<Listed<Member>, ApiError> {
        read_object(response, |answer| answer.rows("members", Member::read))
    }
}

/// Reads one member, which sees itself: `GET /v2/images/{image_id}/members/{member_id}` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowImageMember {
    /// Of which image.
    pub image: ImageId,
    /// Which project.
    pub member: ProjectId,
}

impl Operation for ShowImageMember {
    type Output = Member;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.image.as_str(), self.member.as_str()])
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Image(self.image.clone());
        Some(Collection::new(Kind::ImageMember, of))
    }

    fn decode(response: &Response) -> Result<Member, ApiError> {
        read_object(response, |answer| {
            let member = Member::read(answer);
            if member.status.is_empty() {
                answer.spoil("status");
            }
            member
        })
    }
}
