//! The tags that repositories begin with.

use cloud_api::Timestamp;

use crate::gateway::mixed::mixed;

use super::tag::Tag;

/// Tags that follow from a few numbers, so that they need not be kept.
#[derive(Clone, Debug)]
pub struct SeededTags {
    /// Decides about names, images and sizes.
    pub value: u64,
    /// How many there are.
    pub count: u64,
    /// IDs are higher than this one.
    pub id: u64,
    /// When the newest was pushed, in seconds since 1970.
    pub newest: i64,
}

/// Bytes that each image is larger than the one before.
pub const GROWTH: u64 = 65_537;

impl SeededTags {
    /// The newest of them, at most so many. `latest` is the second, and of the same image as the
    /// first.
    pub fn first(&self, most: usize) -> Vec<Tag> {
        (0..self.count)
            .take(most)
            .map(|place| self.tag(place))
            .collect()
    }

    /// Bytes of all together.
    pub fn size(&self) -> u64 {
        let versions = self.versions();
        let sum = versions * self.smallest() + GROWTH * (versions * (versions.max(1) - 1) / 2);
        // `latest` counts once more.
        sum + self.image_size(versions.saturating_sub(1)) * (self.count - versions)
    }

    fn smallest(&self) -> u64 {
        1_000_000 + self.value % 90_000_000
    }

    fn image_size(&self, version: u64) -> u64 {
        self.smallest() + GROWTH * version
    }

    /// All but `latest` are versions; a single tag is `latest` alone.
    fn versions(&self) -> u64 {
        self.count.saturating_sub(1)
    }

    fn tag(&self, place: u64) -> Tag {
        let version = match place {
            0 | 1 => self.versions().saturating_sub(1),
            _ => self.count - 1 - place,
        };
        let name = if place == 1 || self.count == 1 {
            "latest".to_owned()
        } else {
            format!("1.{version}.{}", self.value % 10)
        };
        let age = self.versions().saturating_sub(1).saturating_sub(version) as i64;
        let pushed = self.newest - age * (86_400 + (self.value % 50_000) as i64);
        let pushed = Timestamp::from_milliseconds(pushed * 1_000);
        Tag {
            id: self.id + self.count - place,
            name,
            digest: digest(self.value, version),
            size: self.image_size(version),
            created: pushed,
            updated: pushed,
        }
    }
}

/// The digest of an image by number.
pub fn digest(value: u64, image: u64) -> String {
    let part = |place: u64| mixed(value, image * 4 + place);
    format!(
        "sha256:{:016x}{:016x}{:016x}{:016x}",
        part(0),
        part(1),
        part(2),
        part(3)
    )
}
