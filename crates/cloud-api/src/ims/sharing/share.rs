//! One image shared with one recipient.

use super::route::OtherRoute;
use crate::ims::{ImageId, Member};

/// One image shared with one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// The image.
    pub image: ImageId,
    /// The recipient, as the image's members name it.
    pub member: Member,
    /// Whether the recipient holds the image by another route too.
    pub other_route: OtherRoute,
}
