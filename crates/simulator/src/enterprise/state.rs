//! What SWR Enterprise remembers.

use cloud_api::Timestamp;

use super::instance::Instance;
use super::referring::ReferringPolicies;
use super::seed_data;

/// All instances, those of all projects.
pub struct State {
    pub instances: Vec<Instance>,
    pub referring_policies: ReferringPolicies,
}

impl State {
    /// The first instances; their executions lie before `start`.
    pub fn new(start: Timestamp, referring_policies: ReferringPolicies) -> Self {
        Self {
            instances: seed_data::instances(start),
            referring_policies,
        }
    }

    /// The instances of a project.
    pub fn of_project(&self, project: &str) -> impl Iterator<Item = &Instance> {
        let instances = self.instances.iter();
        instances.filter(move |instance| instance.project == project)
    }

    /// Adds an instance of the main project that holds one registry and nothing else.
    pub fn add(&mut self, id: &str, now: Timestamp) {
        let instance = seed_data::with_one_registry(id.to_owned(), now);
        self.instances.push(instance);
    }
}
