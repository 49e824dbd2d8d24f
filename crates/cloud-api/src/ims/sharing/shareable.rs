//! Whether a project can share an image, as far as the image itself tells, and what the service may object.

use crate::ProjectId;
use crate::ims::{Image, ImageContent, ImageType};

/// Why a project cannot share an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShareable {
    /// Everybody can use it.
    Public,
    /// It is from the cloud's marketplace.
    Marketplace,
    /// It belongs to another project.
    Anothers,
}

/// Why the service may refuse to share an image, which no answer tells before (corrections §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareDoubt {
    /// It is encrypted: some clouds never share such an image, others do unless its key is the default one.
    Encrypted,
    /// It holds Windows, which Huawei Cloud does not share.
    Windows,
    /// It would have more recipients than `most`.
    Recipients {
        /// How many there would be.
        count: u64,
        /// How many the service tells that there may be, or else every cloud allows.
        most: u64,
    },
}

/// Recipients that every cloud allows; some allow 256, and some tell by a quota (corrections §4).
const MOST: u64 = 128;

/// Recipients of a full-ECS image (corrections §4).
const MOST_OF_FULL_ECS: u64 = 10;

impl Image {
    /// Why this project cannot share it; `None` where nothing is known against it.
    #[must_use]
    pub fn not_shareable_by(&self, project: &ProjectId) -> Option<NotShareable> {
        match self.known_type() {
            Some(ImageType::Gold) => Some(NotShareable::Public),
            Some(ImageType::Market) => Some(NotShareable::Marketplace),
            _ if !self.is_of(project) => Some(NotShareable::Anothers),
            _ => None,
        }
    }

    /// Why the service may refuse to share it, when it would have so many recipients; `quota` is how many
    /// an image may have, where the service tells.
    #[must_use]
    pub fn share_doubts(&self, recipients: u64, quota: Option<u64>) -> Vec<ShareDoubt> {
        let most = match self.content() {
            Some(ImageContent::FullEcs) => MOST_OF_FULL_ECS,
            _ => quota.unwrap_or(MOST),
        };
        let too_many = ShareDoubt::Recipients {
            count: recipients,
            most,
        };
        let doubts = [
            (self.is_encrypted(), ShareDoubt::Encrypted),
            (
                self.os_type.eq_ignore_ascii_case("windows"),
                ShareDoubt::Windows,
            ),
            (recipients > most, too_many),
        ];
        let doubts = doubts.into_iter().filter(|(is_one, _)| *is_one);
        doubts.map(|(_, doubt)| doubt).collect()
    }
}
