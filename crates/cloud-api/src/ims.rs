//! Image management service: machine images, and who they are shared with.
//!
//! Source: corrections §4, reference §8, examples §3.

mod image;
mod image_id;
mod list_images;
mod list_received_images;
mod meaning;
mod member;
mod sharing;
mod show_image;
mod visibility;

pub use image::{Image, ImageContent, ImageStatus, ImageType};
pub use image_id::ImageId;
pub use list_images::ListImages;
pub use list_received_images::ListReceivedImages;
pub(crate) use meaning::{is_own, meaning};
pub use member::{ListImageMembers, Member, MemberStatus, MemberType};
pub use sharing::{
    AccountsOfProjects, ImageMembers, MembersRead, OtherRoute, Recipient, RecipientId, Share,
    SharedWith, shares_of_images, shares_with,
};
pub use show_image::ShowImage;
pub use visibility::ImageVisibility;
