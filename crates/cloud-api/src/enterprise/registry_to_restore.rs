//! A target registry that only a person can bring back.

use super::ids::{InstanceId, RegistryId};
use super::registry_before::RegistryBefore;
use super::target_registry::TargetRegistry;
use crate::ProjectId;

/// A target registry that was changed or deleted. No call brings it back by itself: its secret is known to
/// nobody here, so a form is filled with the rest and asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryToRestore {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
    /// How it was; where hosts or a project are missing the form asks for them too.
    pub before: RegistryBefore,
    /// What the form does.
    pub by: RestoredBy,
}

/// What brings a target registry back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoredBy {
    /// Making one like it, which gets a new ID: policies that used it have to be pointed at that.
    Creating {
        /// The ID that is gone.
        former: RegistryId,
    },
    /// Changing it once more.
    Updating {
        /// Which one.
        registry: RegistryId,
        /// How the change left it, as far as answers show it: what is otherwise is somebody else's.
        left: Box<TargetRegistry>,
    },
}

impl RegistryToRestore {
    /// What the form is filled with.
    #[must_use]
    pub fn registry(&self) -> &TargetRegistry {
        self.before.registry()
    }

    /// The ID that policies name in vain, where it is gone.
    #[must_use]
    pub fn former(&self) -> Option<RegistryId> {
        match &self.by {
            RestoredBy::Creating { former } => Some(*former),
            RestoredBy::Updating { .. } => None,
        }
    }
}
