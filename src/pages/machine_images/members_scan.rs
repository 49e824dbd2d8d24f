//! The members of many images, as scans find them.

use cloud_api::ims::{ImageId, ImageMembers, ListImageMembers, MembersRead};
use cloud_api::{ApiError, Kind};
use futures::FutureExt as _;

use crate::query::{For, ScanOf, Scanning, Seen, use_kept, use_scan};
use crate::session::Session;

/// The scan: of each image its members, when they were read, and why they could not be.
pub type MembersScan = Scanning<ImageId, ImageMembers>;

/// The scan of the images that the project may share.
#[must_use]
pub fn members_of_own() -> MembersScan {
    use_scan(members())
}

/// The scan of the images that others share with the project.
#[derive(Clone, Copy)]
struct OfReceived(MembersScan);

/// The same; of others' images the service shows a project only by which member it holds them.
#[must_use]
pub fn members_of_received() -> MembersScan {
    let forget = For::Scope(|OfReceived(scan)| scan.forget());
    use_kept(forget, || OfReceived(MembersScan::begin(members()))).0
}

fn members() -> ScanOf<ImageId, ImageMembers> {
    ScanOf {
        read: |session, image| read(session, image).boxed_local(),
        stale: &[Kind::ImageMember],
    }
}

/// What a scan knows of images, to be looked up for many of them.
pub struct Known<'a> {
    scan: &'a Seen<'a, ImageId, ImageMembers>,
}

impl<'a> Known<'a> {
    /// What it knows at this moment.
    #[must_use]
    pub fn of(scan: &'a Seen<'a, ImageId, ImageMembers>) -> Self {
        Self { scan }
    }

    /// What came of reading the members of an image; one without an ID cannot be asked about.
    #[must_use]
    pub fn of_image(&self, image: Option<&ImageId>) -> MembersRead<'a> {
        let Some(image) = image else {
            return MembersRead::Refused;
        };
        let reading = self.scan.reading(image);
        if reading.is_some_and(|reading| reading.error().is_some()) {
            return MembersRead::Refused;
        }
        let found = self.scan.found_of(image);
        found.map_or(MembersRead::NotYet, MembersRead::Found)
    }
}

/// Reads the members of an image to the end.
async fn read(session: Session, image: ImageId) -> Result<ImageMembers, ApiError> {
    let mut members = ImageMembers::default();
    let mut marker = None;
    loop {
        let page = ListImageMembers {
            image: image.clone(),
            marker,
        };
        let page = session.ask(page).await?;
        marker = members.take(page);
        if marker.is_none() {
            return Ok(members);
        }
    }
}
