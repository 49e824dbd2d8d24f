//! An image that a recipient holds.

use cloud_api::ims::Share;

/// An image, and how a recipient holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Held {
    /// What the image is called; untrusted text.
    pub name: String,
    /// The image with the recipient.
    pub share: Share,
}
