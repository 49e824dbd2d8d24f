//! Which shares are missing between images and recipients.

use super::image_members::ImageMembers;
use crate::ims::{ImageId, Recipient};

/// Each of some images with each of some recipients, by whether it is shared already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharesToAdd {
    /// What is not shared, image by image.
    pub missing: Vec<(ImageId, Recipient)>,
    /// What is, in whichever status.
    pub already: Vec<(ImageId, Recipient)>,
}

/// The shares of images that have these members with these recipients.
#[must_use]
pub fn shares_to_add<'a>(
    read: impl IntoIterator<Item = (&'a ImageId, &'a ImageMembers)>,
    recipients: &[Recipient],
) -> SharesToAdd {
    let mut shares = SharesToAdd::default();
    for (image, ImageMembers { members, .. }) in read {
        for recipient in recipients {
            // What is added has to be seen afterwards, and taken away by an undo: both by the same rule.
            let list = match members.iter().any(|member| member.may_be(recipient)) {
                true => &mut shares.already,
                false => &mut shares.missing,
            };
            list.push((image.clone(), recipient.clone()));
        }
    }
    shares
}
