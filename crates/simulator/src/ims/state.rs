//! What IMS remembers.

use cloud_api::Timestamp;
use cloud_api::ims::ImageId;

use crate::gateway::answer::Response;

use super::call::Call;
use super::fault::Happened;
use super::image::Image;
use super::job::Change;
use super::jobs::Jobs;
use super::recipient::Recipient;
use super::refusal::{broken, unknown_image};
use super::seed_data;

/// All images, those of all projects, and the jobs that change who they are shared with.
pub struct State {
    pub images: Vec<Image>,
    pub jobs: Jobs,
    pub happened: Happened,
}

impl State {
    /// The first images, made before `start`.
    pub fn new(seed: u64, start: Timestamp) -> Self {
        Self {
            images: seed_data::images(seed, start),
            jobs: Jobs::default(),
            happened: Happened::default(),
        }
    }

    /// Adds an image of the main project that nobody shares.
    pub fn add(&mut self, id: &ImageId, now: Timestamp) {
        let image = seed_data::plain(id.to_string(), "added".to_owned(), now);
        self.images.insert(0, image);
    }

    /// Brings members to where the jobs that ended by now leave them.
    pub fn settle(&mut self, now: Timestamp) {
        self.jobs.settle(&mut self.images, now);
    }

    /// An image to change it.
    pub fn image_mut(&mut self, id: &str) -> Result<&mut Image, Response> {
        let found = self.images.iter_mut().find(|image| image.id == id);
        found.ok_or_else(unknown_image)
    }

    /// Begins a job over every pair, unless a fault goes by the name of an image; its ID.
    pub fn begin(
        &mut self,
        call: &Call<'_>,
        change: Change,
        ids: &[String],
        recipients: &[Recipient],
    ) -> Result<String, Response> {
        let find = |id: &String| self.images.iter().find(|image| image.id == *id);
        let images: Vec<&Image> = ids.iter().filter_map(find).collect();
        for image in &images {
            if self.happened.breaks_off(image) {
                return Err(broken());
            }
        }
        let happened = &mut self.happened;
        Ok(self.jobs.begin(call, change, &images, recipients, happened))
    }
}
