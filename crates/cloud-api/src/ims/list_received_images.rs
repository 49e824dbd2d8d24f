//! The list of machine images that others share with the project.

use super::image::Image;
use super::list_images::ListImages;
use super::member::MemberStatus;
use crate::{ApiError, Collection, Kind, Listed, Operation, Owner, Request, Response};

/// Reads a page of the images that others share with the project and that stand so: `GET
/// /v2/cloudimages` (corrections §4). Without a status only those are listed that were accepted. The
/// pages end with an empty one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListReceivedImages {
    /// How they stand.
    pub status: MemberStatus,
    /// ID of the row that the page follows; `None` for the first page.
    pub marker: Option<String>,
}

impl Operation for ListReceivedImages {
    type Output = Listed<Image>;

    fn request(&self) -> Request {
        let page = ListImages::after(self.marker.as_deref()).request();
        page.with_query("__imagetype", "shared")
            .with_query("visibility", "shared")
            .with_query("member_status", self.status.name())
    }

    /// Whichever image is answered, it leaves one list and comes into another.
    fn collection(&self) -> Option<Collection> {
        Some(Collection::new(Kind::ImageMember, Owner::Account))
    }

    fn decode(response: &Response) -> Result<Listed<Image>, ApiError> {
        ListImages::decode(response)
    }
}
