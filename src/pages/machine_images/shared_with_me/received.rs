//! An image that somebody shares with the project, as a row of the list.

use std::collections::BTreeMap;

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageId, Member, MemberStatus};
use reads::Scan;

use super::membership_scan::Membership;

/// An image, and how the project holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Received {
    /// The image.
    pub image: Image,
    /// How it stands: a known word of the API, or else the service's own.
    pub status: String,
    /// The member by which the project holds it, where that was read.
    pub member: Option<Member>,
}

impl Received {
    /// Of the images that were listed, each with how it stands there, and what was read of each. What
    /// was read of one alone tells more exactly how it stands.
    #[must_use]
    pub fn all(
        images: Vec<(MemberStatus, Image)>,
        scan: &Scan<ImageId, Membership>,
        project: &ProjectId,
    ) -> Vec<Self> {
        let found: BTreeMap<&ImageId, &Membership> = scan.found().collect();
        let row = |(listed, image): (MemberStatus, Image)| {
            let id = image.image_id();
            let found = id.and_then(|id| found.get(&id).copied());
            let member = found.and_then(|found| found.0.of_project(project));
            let told = member.map_or("", |member| &member.status);
            let known = MemberStatus::named(told).map(MemberStatus::name);
            let status = match (known, told) {
                (Some(known), _) => known,
                (None, "") => listed.name(),
                (None, other) => other,
            };
            Self {
                status: status.to_owned(),
                member: member.cloned(),
                image,
            }
        };
        images.into_iter().map(row).collect()
    }

    /// Since when, as the service wrote it; empty where that was not read.
    #[must_use]
    pub fn since(&self) -> &str {
        self.member.as_ref().map_or("", |member| &member.created_at)
    }
}
