//! What the calls about members have in common.

use super::image_id::ImageId;
use crate::{ApiError, Collection, Kind, Meaning, Owner};

/// The content type of the calls that take many (corrections §4).
pub(super) const CONTENT_TYPE: &str = "application/json;charset=utf-8";

/// What reads show no longer as it is: the members of these images.
pub(super) fn changes(images: &[ImageId]) -> Vec<Collection> {
    let of = |image: &ImageId| Collection::new(Kind::ImageMember, Owner::Image(image.clone()));
    images.iter().map(of).collect()
}

/// Whether a cloud has no calls over many: the gateway knows no such path, or a service that is none of
/// Huawei's own says so in the form of OpenStack.
pub(super) fn knows_no_many(error: &ApiError) -> bool {
    match error {
        ApiError::Refused(refusal) => match refusal.meaning {
            Meaning::WrongPath => true,
            Meaning::AlreadyGone => refusal.status == 404 && !refusal.code.starts_with("IMG."),
            _ => false,
        },
        _ => false,
    }
}
