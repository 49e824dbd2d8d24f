//! Machine images and who they are shared with, in words.

use cloud_api::ims::{
    ImageContent, ImageStatus, ImageVisibility, MemberStatus, MemberType, NotShareable, ShareDoubt,
};

use crate::{Message, text};

/// The words for what an image holds, by their name in addresses; `None` for another word.
#[must_use]
pub fn content_words(name: &str) -> Option<Message> {
    Some(match ImageContent::named(name)? {
        ImageContent::SystemDisk => text::machine_image_system_disk(),
        ImageContent::DataDisk => text::machine_image_data_disk(),
        ImageContent::FullEcs => text::machine_image_full_ecs(),
        ImageContent::PhysicalServer => text::machine_image_physical_server(),
    })
}

/// The words for who can use an image, by their name in addresses; `None` for another word.
#[must_use]
pub fn visibility_words(name: &str) -> Option<Message> {
    Some(match ImageVisibility::named(name)? {
        ImageVisibility::Private => text::machine_image_private(),
        ImageVisibility::SharedByProject => text::machine_image_shared_by_project(),
        ImageVisibility::SharedWithProject => text::machine_image_shared_with_project(),
        ImageVisibility::Public => text::machine_image_public(),
        ImageVisibility::Marketplace => text::machine_image_marketplace(),
    })
}

/// The words for whether an image is shared with anybody, by its name in addresses; `None` for another
/// word.
#[must_use]
pub fn shared_with_words(name: &str) -> Option<Message> {
    Some(match name {
        "somebody" => text::machine_image_shared_with_somebody(),
        "nobody" => text::machine_image_shared_with_nobody(),
        "not-read" => text::machine_image_sharing_not_read(),
        "refused" => text::image_scan_refused(),
        _ => return None,
    })
}

/// The words for how an image stands, by the service's word; `None` for one that is not known.
#[must_use]
pub fn status_words(name: &str) -> Option<Message> {
    Some(match ImageStatus::named(name)? {
        ImageStatus::Queued => text::machine_image_queued(),
        ImageStatus::Saving => text::machine_image_saving(),
        ImageStatus::Active => text::machine_image_active(),
        ImageStatus::Deleted => text::machine_image_deleted(),
        ImageStatus::Killed => text::machine_image_killed(),
    })
}

/// What a member is.
#[must_use]
pub fn member_type_words(member_type: MemberType) -> Message {
    match member_type {
        MemberType::Project => text::image_member_project(),
        MemberType::Domain => text::image_member_account(),
        MemberType::Organization => text::image_member_organization(),
    }
}

/// How a member stands.
#[must_use]
pub fn member_status_words(status: MemberStatus) -> Message {
    match status {
        MemberStatus::Pending => text::image_member_pending(),
        MemberStatus::Accepted => text::image_member_accepted(),
        MemberStatus::Rejected => text::image_member_rejected(),
    }
}

/// Why an image cannot be shared.
#[must_use]
pub fn not_shareable_words(why: NotShareable) -> Message {
    match why {
        NotShareable::Public => text::image_share_public(),
        NotShareable::Marketplace => text::image_share_market(),
        NotShareable::Anothers => text::image_share_not_own(),
    }
}

/// Why the service may refuse to share an image, called `image` (untrusted text).
#[must_use]
pub fn share_doubt_words(image: String, doubt: ShareDoubt) -> Message {
    match doubt {
        ShareDoubt::Encrypted => text::share_images_doubt_encrypted(image),
        ShareDoubt::Windows => text::share_images_doubt_windows(image),
        ShareDoubt::Recipients { count, most } => {
            text::share_images_doubt_recipients(image, most, count)
        }
    }
}
