//! Where everything about an instance is asked.

use cloud_api::ProjectId;
use cloud_api::enterprise::InstanceId;

/// An instance of a project.
#[derive(Clone, Debug)]
pub struct Place {
    /// The project.
    pub project: ProjectId,
    /// The instance.
    pub instance: InstanceId,
}
