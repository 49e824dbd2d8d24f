//! Who the project's own images are shared with: the list of them, and a scan over their members.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageId, RecipientShares};
use leptos::prelude::*;

use super::accounts::Accounts;
use super::image_scan::{Begin, ImageScan};
use super::lists;
use super::members_scan::members_of_own;
use crate::i18n::text;
use crate::live::follow;
use crate::query::List;

/// What is read.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// All images that the project can use.
    pub images: List<Image>,
    /// The members of those that it may share.
    pub members: ImageScan,
}

impl Sharing {
    /// Reads as long as the caller is on screen.
    #[must_use]
    pub fn of(project: ProjectId, begin: Begin) -> Self {
        let images = lists::images();
        let name = move |id: &ImageId| called(images, id);
        let members = ImageScan::of(members_of_own(), images.extent, name);
        follow(move || {
            // Only a whole list: a part of it would be scanned in vain.
            if images.status.read_at.get().is_some() {
                let rows = images.rows.get_untracked();
                let shared = rows.iter().filter(|image| image.may_be_shared_by(&project));
                members.wants(shared, begin);
            }
        });
        Self { images, members }
    }

    /// Reads everything again that was read.
    pub fn refresh(self) {
        self.images.status.refresh();
        self.members.scan.start_again();
    }

    /// Everybody whom the members that were read name; reacts.
    #[must_use]
    pub fn recipients(self, accounts: Accounts) -> Vec<RecipientShares> {
        let accounts = accounts.get();
        let scan = self.members.scan;
        scan.look(|scan| RecipientShares::all(scan.found(), &accounts))
    }

    /// How much was read, or the button that begins it, and what stopped it.
    pub fn view(self) -> AnyView {
        self.members.view(text::image_scan_begin)
    }
}

/// What a person calls an image that is listed.
pub fn called(images: List<Image>, id: &ImageId) -> Option<String> {
    images.rows.with_untracked(|images| {
        let image = images.iter().find(|image| image.id == id.as_str());
        image.map(|image| image.shown_name().to_owned())
    })
}
