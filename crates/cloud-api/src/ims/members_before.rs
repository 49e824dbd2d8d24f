//! Who machine images were shared with before a write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::image_id::ImageId;
use super::member::{Member, MemberStatus};
use super::recipient::Recipient;

/// Who images were shared with before a write, as far as it was read. An image that is missing here was
/// not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MembersBefore(BTreeMap<ImageId, BTreeMap<String, String>>);

impl MembersBefore {
    /// Notes all members of an image: the whole list, with all of its pages.
    pub fn add<'a>(&mut self, image: &ImageId, members: impl IntoIterator<Item = &'a Member>) {
        let of_image = self.0.entry(image.clone()).or_default();
        for member in members {
            if let Some(recipient) = member.recipient() {
                of_image.insert(recipient.key(), member.status.clone());
            }
        }
    }

    /// The same of these recipients alone: a record need not hold the others.
    #[must_use]
    pub fn only(&self, images: &[ImageId], recipients: &[Recipient]) -> Self {
        let mut only = Self::default();
        for image in images {
            let Some(before) = self.0.get(image) else {
                continue;
            };
            let of_image = only.0.entry(image.clone()).or_default();
            for key in recipients.iter().map(Recipient::key) {
                if let Some(status) = before.get(&key) {
                    of_image.insert(key, status.clone());
                }
            }
        }
        only
    }

    /// Whether an image was shared with a recipient; `None` where that was not read.
    #[must_use]
    pub fn was_shared(&self, image: &ImageId, recipient: &Recipient) -> Option<bool> {
        let before = self.0.get(image)?;
        Some(before.contains_key(&recipient.key()))
    }

    /// How a recipient stood with an image, where it was one and that is a known word.
    #[must_use]
    pub fn status(&self, image: &ImageId, recipient: &Recipient) -> Option<MemberStatus> {
        MemberStatus::named(self.0.get(image)?.get(&recipient.key())?)
    }
}
