//! One image shared with one recipient.

use super::recipient_id::RecipientId;
use super::route::OtherRoute;
use crate::ims::in_order::in_order;
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

/// The images of shares, each once, in an order that stays.
#[must_use]
pub fn images_of<'a>(shares: impl IntoIterator<Item = &'a Share>) -> Vec<ImageId> {
    in_order(shares.into_iter().map(|share| share.image.clone()))
}

/// The recipients of shares, each once, in an order that stays.
#[must_use]
pub fn recipients_of(shares: &[Share]) -> Vec<RecipientId> {
    in_order(shares.iter().map(|share| share.member.recipient_id()))
}
