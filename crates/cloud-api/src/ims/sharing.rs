//! Who the images of a project are shared with, put together from the members that were read of each.

mod image_members;
mod recipient;
mod recipient_id;
mod route;
mod share;
mod shared_with;

pub use image_members::ImageMembers;
pub use recipient::{RecipientShares, shares_of_images, shares_with};
pub use recipient_id::RecipientId;
pub use route::{AccountsOfProjects, OtherRoute};
pub use share::Share;
pub use shared_with::{MembersRead, SharedWith};
