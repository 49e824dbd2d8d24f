//! What can be shared by whom, and with how many (examples §3.6).

use crate::gateway::answer::Response;

use super::call::Call;
use super::image::{Content, Image};
use super::recipient::Recipient;
use super::refusal::{denied, refused, unknown_image};

/// Recipients that an image can have.
pub const MOST: usize = 256;
/// The same of a full-ECS image.
const MOST_OF_FULL_ECS: usize = 10;

/// An image whose members the caller may change.
pub fn owned<'i>(images: &'i [Image], call: &Call<'_>, id: &str) -> Result<&'i Image, Response> {
    let found = images.iter().find(|image| image.id == id);
    let image = found.filter(|image| call.sees(image));
    let image = image.ok_or_else(unknown_image)?;
    let refuse = |code, message| Err(refused(400, code, message));
    match image.origin {
        Some("market") => refuse("IMG.0107", "A market image cannot be shared."),
        Some(_) => refuse("IMG.0089", "A public image cannot be shared."),
        None if image.owner != call.project => refuse(
            "IMG.0047",
            "The image belongs to another project and cannot be shared.",
        ),
        None if call.is_reader => Err(denied()),
        None => Ok(image),
    }
}

/// Whether an image can be shared at all.
pub fn check_shareable(image: &Image) -> Result<(), Response> {
    let refuse = |code, message| Err(refused(400, code, message));
    if image.status != "active" {
        return refuse("IMG.0105", "An image in this status cannot be shared.");
    }
    if image.is_encrypted {
        return refuse(
            "IMG.0098",
            "An image encrypted with the default key cannot be shared.",
        );
    }
    match image.content {
        Content::FullEcsOfServerBackup => refuse(
            "IMG.0135",
            "Only a full-ECS image made by CBR can be shared.",
        ),
        Content::SystemDisk
        | Content::DataDisk
        | Content::FullEcs
        | Content::PhysicalServer
        | Content::Iso => Ok(()),
    }
}

/// Whether so many more recipients fit.
pub fn check_room(image: &Image, recipients: &[Recipient]) -> Result<(), Response> {
    let most = match image.is_full_ecs() {
        true => MOST_OF_FULL_ECS,
        false => MOST,
    };
    let more = recipients.iter();
    let more = more.filter(|recipient| image.place(recipient).is_none());
    match image.members.len() + more.count() > most {
        true => Err(refused(
            400,
            "IMG.0088",
            "The image is shared with too many recipients.",
        )),
        false => Ok(()),
    }
}
