//! What IMS remembers.

use cloud_api::Timestamp;
use cloud_api::ims::ImageId;

use super::image::Image;
use super::seed_data;

/// All images, those of all projects.
pub struct State {
    pub images: Vec<Image>,
}

impl State {
    /// The first images, made before `start`.
    pub fn new(seed: u64, start: Timestamp) -> Self {
        Self {
            images: seed_data::images(seed, start),
        }
    }

    /// Adds an image of the main project that nobody shares.
    pub fn add(&mut self, id: &ImageId, now: Timestamp) {
        let image = seed_data::plain(id.to_string(), "added".to_owned(), now);
        self.images.insert(0, image);
    }
}
