//! Who the images of a project are shared with, put together from the members that were read of each.

mod answerable;
mod image_members;
mod recipient;
mod recipient_id;
mod route;
mod share;
mod shareable;
mod shared_with;
mod shares_to_add;
mod shares_to_stop;

pub use answerable::Answerable;
pub use image_members::ImageMembers;
pub use recipient::RecipientShares;
pub use recipient_id::RecipientId;
pub use route::{AccountsOfProjects, OtherRoute};
pub use share::{Share, images_of, recipients_of};
pub use shareable::{NotShareable, ShareDoubt};
pub use shared_with::{MembersRead, SharedWith};
pub use shares_to_add::{SharesToAdd, shares_to_add};
pub use shares_to_stop::shares_to_stop;
