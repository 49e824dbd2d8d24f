//! Image management service: machine images, and who they are shared with.
//!
//! Source: corrections §4, reference §8, examples §3.

mod image;
mod image_id;
mod in_order;
mod job;
mod job_id;
mod list_images;
mod list_received_images;
mod meaning;
mod member;
mod member_calls;
mod member_judgement;
mod member_status_write;
mod member_write;
mod members_before;
mod members_write;
mod pasted_recipients;
mod quota;
mod recipient;
mod rectangles;
mod sharing;
mod show_image;
mod vault_id;
mod visibility;

pub use image::{Image, ImageContent, ImageStatus, ImageType};
pub use image_id::ImageId;
pub use job::{Job, JobAddress, JobResult, JobStatus, ShowJob};
pub use job_id::JobId;
pub use list_images::ListImages;
pub use list_received_images::ListReceivedImages;
pub(crate) use meaning::{is_own, meaning};
pub use member::{ListImageMembers, Member, MemberStatus, MemberType, ShowImageMember};
pub use member_status_write::{Decision, SetMemberStatus, UpdateMember};
pub use member_write::{AddMember, DeleteMember};
pub use members_before::MembersBefore;
pub use members_write::{AddMembers, DeleteMembers};
pub use pasted_recipients::{PastedRecipient, pasted_recipients};
pub use quota::{ImageQuota, ImageQuotaKind, ImageQuotas, ShowImageQuota};
pub use recipient::Recipient;
pub use rectangles::{Rectangle, rectangles};
pub use sharing::{
    AccountsOfProjects, Answerable, ImageMembers, MembersRead, NotShareable, OtherRoute,
    RecipientId, RecipientShares, Share, ShareDoubt, SharedWith, SharesToAdd, images_of,
    recipients_of, shares_to_add, shares_to_stop,
};
pub use show_image::ShowImage;
pub use vault_id::VaultId;
pub use visibility::ImageVisibility;
