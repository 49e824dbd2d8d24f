//! Who can use a machine image, seen from one project.

use super::image::{Image, ImageType};
use crate::ProjectId;

/// Who can use an image, seen from one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageVisibility {
    /// The project alone.
    Private,
    /// Others too, because the project shares it.
    SharedByProject,
    /// The project too, because somebody else shares it.
    SharedWithProject,
    /// Everybody.
    Public,
    /// Whoever takes it from the cloud's marketplace.
    Marketplace,
}

impl ImageVisibility {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Private,
        Self::SharedByProject,
        Self::SharedWithProject,
        Self::Public,
        Self::Marketplace,
    ];

    /// A word for it in addresses; the API has none that tells the two sides of a share apart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::SharedByProject => "shared-by-project",
            Self::SharedWithProject => "shared-with-project",
            Self::Public => "public",
            Self::Marketplace => "marketplace",
        }
    }

    /// That of this word, where it is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether the image can have members of which the project may know.
    #[must_use]
    pub fn has_members(self) -> bool {
        match self {
            Self::Private | Self::SharedByProject | Self::SharedWithProject => true,
            Self::Public | Self::Marketplace => false,
        }
    }
}

impl Image {
    /// Who can use it, seen from a project, where its type is a known word. A shared image has the
    /// same type on both sides: its owner tells which it is (corrections §4).
    #[must_use]
    pub fn seen_from(&self, project: &ProjectId) -> Option<ImageVisibility> {
        Some(match self.known_type()? {
            ImageType::Private => ImageVisibility::Private,
            ImageType::Shared if self.is_of(project) => ImageVisibility::SharedByProject,
            ImageType::Shared => ImageVisibility::SharedWithProject,
            ImageType::Gold => ImageVisibility::Public,
            ImageType::Market => ImageVisibility::Marketplace,
        })
    }
}
