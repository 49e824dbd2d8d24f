//! Whether a project can answer the share of an image: accept or reject it.

use crate::ProjectId;
use crate::ims::{Decision, Member, MemberType};

/// What an answer would do to the share of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answerable {
    /// It would change how the image stands, which is this word in lower case; not always a known one.
    Open(String),
    /// The image stands so already.
    Already,
    /// The project holds the image by its account or an organization alone, of which each project of
    /// theirs can answer nothing (corrections §4).
    Otherwise,
    /// The image is not shared with the project.
    NotShared,
}

impl Answerable {
    /// By the member that a project is, or through which it holds the image; `None` where there is none.
    #[must_use]
    pub fn of(member: Option<&Member>, project: &ProjectId, wanted: Decision) -> Self {
        let Some(member) = member else {
            return Self::NotShared;
        };
        let is_through = matches!(
            member.known_type(),
            Some(MemberType::Domain | MemberType::Organization)
        );
        if is_through || member.member_id != project.as_str() {
            return Self::Otherwise;
        }
        match member.known_status() == Some(wanted.status()) {
            true => Self::Already,
            false => Self::Open(member.status.to_lowercase()),
        }
    }

    /// Whether it can be answered, and is not answered so already.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}
