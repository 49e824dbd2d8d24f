//! The tags that flows and demonstrations rely on.

use cloud_api::Timestamp;

use crate::swr::state::seeded_tags::{GROWTH, digest};
use crate::swr::state::tag::Tag;
use crate::swr::state::tags::Tags;

/// The tags of `acme-web/shop/api`: three are one image, two another.
pub fn of_the_shop(value: u64, id: u64, newest: i64) -> Tags {
    const IMAGES: [&[&str]; 8] = [
        &["1.4.2", "latest", "stable"],
        &["1.4.1", "1.4"],
        &["1.4.0"],
        &["1.3.9", "1.3"],
        &["1.3.8"],
        &["1.2.0"],
        &["1.1.0"],
        &["1.0.0"],
    ];
    let mut tags = Vec::new();
    for (image, names) in (0..).zip(IMAGES) {
        let pushed = newest - image * 400_000;
        let pushed = Timestamp::from_milliseconds(pushed * 1_000);
        for name in names {
            tags.push(Tag {
                id: 0,
                name: (*name).to_owned(),
                digest: digest(value, image as u64),
                size: 16_748_122 - image as u64 * GROWTH,
                created: pushed,
                updated: pushed,
            });
        }
    }
    let count = tags.len() as u64;
    for (place, tag) in (0..).zip(&mut tags) {
        tag.id = id + count - place;
    }
    Tags::listed(tags)
}
