//! What goes wrong with a write by the name of an image.

use std::collections::BTreeSet;

use super::image::Image;

/// The faults that go wrong once and have, by name.
#[derive(Default)]
pub struct Happened(BTreeSet<String>);

/// What a job does with a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// What was asked.
    Do,
    /// Nothing, without saying so.
    Leave,
    /// Nothing, and the job fails.
    Fail,
}

/// What goes wrong with the polls of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollFault {
    None,
    /// The first two are throttled.
    Throttled,
    /// The second to the fourth are lost behind the gateway.
    Lost,
}

impl Happened {
    /// Whether a write that names the image is answered 500 with nothing begun.
    pub fn breaks_off(&mut self, image: &Image) -> bool {
        match &*image.name {
            "fault-500-always" => true,
            "fault-500-once" => self.is_first(image),
            _ => false,
        }
    }

    /// What becomes of the last recipient of an image; the others are done.
    pub fn plan(&mut self, image: &Image) -> Plan {
        match &*image.name {
            "fault-left-once" if self.is_first(image) => Plan::Leave,
            "fault-left-always" => Plan::Leave,
            "fault-fail-once" if self.is_first(image) => Plan::Fail,
            "fault-fail-always" => Plan::Fail,
            _ => Plan::Do,
        }
    }

    fn is_first(&mut self, image: &Image) -> bool {
        self.0.insert(image.id.clone())
    }
}

/// Whether an organization that is named by its URN stays, so that only its ID stops sharing with it.
pub fn ignores_urns(image: &Image) -> bool {
    image.name == "fault-urn-ignored"
}

/// Whether a job with this image goes on for ten minutes.
pub fn is_slow(image: &Image) -> bool {
    image.name == "fault-slow-job"
}

/// What goes wrong with the polls of a job with this image.
pub fn of_polls(image: &Image) -> PollFault {
    match &*image.name {
        "fault-429-job" => PollFault::Throttled,
        "fault-504-job" => PollFault::Lost,
        _ => PollFault::None,
    }
}
