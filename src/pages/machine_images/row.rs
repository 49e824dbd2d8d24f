//! An image as a row of the list.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageContent, ImageVisibility, MembersRead, SharedWith};

/// An image, and what is told of it seen from the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Row {
    /// The image.
    pub image: Image,
    /// Who can use it: the name of an [`ImageVisibility`], or the service's word for it.
    pub visibility: String,
    /// What it holds: the name of an [`ImageContent`], or the service's word for what it is made for.
    pub content: String,
    /// With how many it is shared.
    pub shared_with: SharedWith,
}

impl Row {
    /// The row of an image, seen from the project.
    #[must_use]
    pub fn of(image: &Image, project: &ProjectId, members: MembersRead<'_>) -> Self {
        let known = image.seen_from(project).map(ImageVisibility::name);
        let content = image.content().map(ImageContent::name);
        Self {
            visibility: known.unwrap_or(&image.image_type).to_owned(),
            content: content.unwrap_or(&image.virtual_env_type).to_owned(),
            shared_with: SharedWith::of(image, project, members),
            image: image.clone(),
        }
    }
}
