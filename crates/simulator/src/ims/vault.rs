//! Backup vaults, which full-ECS images are accepted into (corrections §4).

use crate::gateway::answer::Response;
use crate::gateway::identities::{DISK_VAULT_ID, FULL_VAULT_ID, UNAVAILABLE_VAULT_ID, VAULT_ID};

use super::image::{Content, Image};
use super::refusal::refused;

/// Whether an image can be accepted into a vault; only a full-ECS one needs any.
pub fn check(image: &Image, status: &str, vault: Option<&str>) -> Result<(), Response> {
    if image.content != Content::FullEcs || status != "accepted" {
        return Ok(());
    }
    let refuse = |code, message| Err(refused(400, code, message));
    match vault {
        Some(VAULT_ID) => Ok(()),
        Some(FULL_VAULT_ID) => refuse("IMG.0185", "The vault has no room left."),
        Some(UNAVAILABLE_VAULT_ID) => refuse("IMG.0188", "The vault is not available."),
        Some(DISK_VAULT_ID) => refuse("IMG.0193", "The vault is not one for servers."),
        Some(_) | None => refuse("IMG.0184", "There is no vault to accept the image into."),
    }
}
