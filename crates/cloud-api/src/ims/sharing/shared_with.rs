//! With how many recipients a project shares an image.

use super::image_members::ImageMembers;
use crate::ProjectId;
use crate::ims::{Image, ImageType};

/// What came of reading the members of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembersRead<'a> {
    /// Nothing so far.
    NotYet,
    /// They could not be read.
    Refused,
    /// The members.
    Found(&'a ImageMembers),
}

/// What is known of how many recipients a project shares an image with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SharedWith {
    /// Another project decides, or everybody can use it.
    #[default]
    NotOurs,
    /// Its members could not be read.
    Refused,
    /// Its members were not read so far.
    NotRead,
    /// At least so many: not all its members could be read.
    AtLeast(u64),
    /// So many.
    Exactly(u64),
}

impl SharedWith {
    /// Of an image, seen from the project.
    #[must_use]
    pub fn of(image: &Image, project: &ProjectId, read: MembersRead<'_>) -> Self {
        if !image.is_of(project) || image.is_for_everybody() {
            return Self::NotOurs;
        }
        match read {
            _ if !image.may_be_shared_by(project) => Self::Exactly(0),
            MembersRead::NotYet => Self::NotRead,
            MembersRead::Refused => Self::Refused,
            MembersRead::Found(members) if members.is_whole => Self::Exactly(members.count()),
            MembersRead::Found(members) => Self::AtLeast(members.count()),
        }
    }

    /// A word for it in addresses; empty where the project has no say.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotOurs => "",
            Self::Refused => "refused",
            Self::NotRead => "not-read",
            Self::AtLeast(0) | Self::Exactly(0) => "nobody",
            Self::AtLeast(_) | Self::Exactly(_) => "somebody",
        }
    }

    /// Whether there is nothing more to know of it.
    #[must_use]
    pub fn is_exact(self) -> bool {
        matches!(self, Self::NotOurs | Self::Exactly(_))
    }

    /// How many are known; `None` where nothing is, which is not 0.
    #[must_use]
    pub fn count(self) -> Option<u64> {
        match self {
            Self::NotOurs | Self::Refused | Self::NotRead => None,
            Self::AtLeast(count) | Self::Exactly(count) => Some(count),
        }
    }
}

impl Image {
    /// Whether the project may share it with somebody, so that only its members tell with how many.
    /// That an image has none whose type and visibility both say private is assumed (corrections §4).
    #[must_use]
    pub fn may_be_shared_by(&self, project: &ProjectId) -> bool {
        let says_private = self.known_type() == Some(ImageType::Private)
            && matches!(&*self.visibility, "" | "private");
        self.is_of(project) && !self.is_for_everybody() && !says_private
    }

    /// Whether everybody can use it, from the cloud or its marketplace.
    #[must_use]
    pub fn is_for_everybody(&self) -> bool {
        matches!(self.known_type(), Some(ImageType::Gold | ImageType::Market))
    }
}
