//! A tag.

use cloud_api::Timestamp;

/// A name for an image.
#[derive(Clone, Debug)]
pub struct Tag {
    pub id: u64,
    pub name: String,
    pub digest: String,
    pub size: u64,
    pub created: Timestamp,
    pub updated: Timestamp,
}
