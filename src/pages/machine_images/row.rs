//! An image as a row of a list.

use cloud_api::ProjectId;
use cloud_api::ims::{
    Image, ImageContent, ImageId, ImageVisibility, Member, MemberStatus, MembersRead, OtherRoute,
    Share, SharedWith,
};

/// An image, and what is told of it seen from the project. All lists of images have rows of this
/// type, so that a table of them is compiled once.
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
    /// How the recipient that the list is about holds it; nothing where it is about nobody.
    pub held: Held,
}

/// How a recipient holds an image.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Held {
    /// How that stands: a known word of the API, or else the service's own.
    pub status: String,
    /// The member by which it is held, where that was read.
    pub member: Option<Member>,
    /// Whether it is held by another route too.
    pub other_route: OtherRoute,
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
            held: Held::default(),
        }
    }

    /// The row of an image that is shared with a recipient; `image` is what the list tells of it.
    #[must_use]
    pub fn held_by(share: Share, image: Option<&Image>) -> Self {
        let unlisted = || Image {
            id: share.image.to_string(),
            ..Image::default()
        };
        Self {
            image: image.cloned().unwrap_or_else(unlisted),
            held: Held {
                status: standing(&share.member, ""),
                member: Some(share.member),
                other_route: share.other_route,
            },
            ..Self::default()
        }
    }

    /// The row of an image that others share with the project, from the list of those that stand so.
    /// What was read of one alone tells more exactly how it stands.
    #[must_use]
    pub fn received(
        image: &Image,
        listed: MemberStatus,
        project: &ProjectId,
        members: MembersRead<'_>,
    ) -> Self {
        let member = match members {
            MembersRead::Found(members) => members.of_project(project),
            MembersRead::NotYet | MembersRead::Refused => None,
        };
        let status = member.map_or(listed.name().to_owned(), |it| standing(it, listed.name()));
        Self {
            image: image.clone(),
            held: Held {
                status,
                member: member.cloned(),
                other_route: OtherRoute::None,
            },
            ..Self::default()
        }
    }

    /// The image and what a person calls it; `None` where its ID is not one.
    #[must_use]
    pub fn named(&self) -> Option<(ImageId, String)> {
        Some((self.image.image_id()?, self.image.shown_name().to_owned()))
    }

    /// Since when it is held, as the service wrote it; empty where that was not read.
    #[must_use]
    pub fn since(&self) -> &str {
        let member = self.held.member.as_ref();
        member.map_or("", |member| &member.created_at)
    }
}

/// How a member stands: the API's word for it in its own case, or the service's where it is another.
fn standing(member: &Member, untold: &str) -> String {
    let known = member.known_status().map(MemberStatus::name);
    let told = Some(&*member.status).filter(|told| !told.is_empty());
    known.or(told).unwrap_or(untold).to_owned()
}
