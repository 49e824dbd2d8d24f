//! One machine image.

use super::image::Image;
use super::image_id::ImageId;
use crate::wire::fields::read_object;
use crate::{ApiError, Collection, Endpoint, Kind, Method, Operation, Owner, Request, Response};

const SHOW: Endpoint = Endpoint::ims(Method::Get, "/v2/images/{image_id}", "GlanceShowImage");

/// Reads an image: `GET /v2/images/{image_id}` (reference §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowImage {
    /// Which one.
    pub image: ImageId,
}

impl Operation for ShowImage {
    type Output = Image;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.image.as_str()])
    }

    /// With its first share an image has another type.
    fn collection(&self) -> Option<Collection> {
        let of = Owner::Image(self.image.clone());
        Some(Collection::new(Kind::ImageMember, of))
    }

    fn decode(response: &Response) -> Result<Image, ApiError> {
        read_object(response, Image::read)
    }
}
