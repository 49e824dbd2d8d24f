//! The list of machine images.

use super::image::Image;
use crate::wire::fields::read_object;
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, Owner, Request, Response,
};

const LIST: Endpoint = Endpoint::ims(Method::Get, "/v2/cloudimages", "ListImages");

/// Reads a page of the images that the project can use, its own, shared, public and from the
/// marketplace: `GET /v2/cloudimages` (examples §3.1). The pages end with an empty one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListImages {
    /// ID of the row that the page follows; `None` for the first page.
    pub marker: Option<String>,
    /// Rows to read.
    pub limit: u16,
}

impl ListImages {
    /// Rows that the API gives without a number; no larger one is documented to be taken.
    pub const USUAL: u16 = 500;

    /// The page behind a row.
    #[must_use]
    pub fn after(marker: Option<&str>) -> Self {
        Self {
            marker: marker.map(str::to_owned),
            limit: Self::USUAL,
        }
    }
}

impl Operation for ListImages {
    type Output = Listed<Image>;

    fn request(&self) -> Request {
        // Without it the list is that of the default enterprise project alone (corrections §4).
        let request = Request::new(&LIST, &[])
            .with_query("enterprise_project_id", "all_granted_eps")
            .with_query("limit", self.limit.to_string());
        match &self.marker {
            Some(marker) => request.with_query("marker", marker),
            None => request,
        }
    }

    /// With its first share an image has another type, and one that is accepted joins the list.
    fn collection(&self) -> Option<Collection> {
        Some(Collection::new(Kind::ImageMember, Owner::Account))
    }

    fn decode(response: &Response) -> Result<Listed<Image>, ApiError> {
        read_object(response, |answer| answer.rows("images", Image::read))
    }
}
