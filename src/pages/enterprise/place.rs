//! Where everything about an instance is asked.

use cloud_api::enterprise::InstanceId;
use cloud_api::{Owner, ProjectId, Subject};

/// An instance of a project.
#[derive(Clone, Debug)]
pub struct Place {
    /// The project.
    pub project: ProjectId,
    /// The instance.
    pub instance: InstanceId,
}

impl Place {
    /// Whether a change was about something in it.
    #[must_use]
    pub fn holds(&self, subject: &Subject) -> bool {
        matches!(&subject.of, Owner::Instance(instance) if *instance == self.instance)
    }
}
