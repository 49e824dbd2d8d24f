//! What writes of an instance act on.

use super::ids::{ExecutionId, InstanceId, PolicyId, RegistryId};
use super::names::{PolicyName, RegistryName};
use crate::{Collection, Kind, Owner, Subject};

/// Stands before the name of what has no ID yet. No ID and no name has it.
const NAMED: &str = "name:";

impl Subject {
    /// A target registry that is there.
    #[must_use]
    pub fn target_registry(instance: &InstanceId, registry: RegistryId) -> Self {
        of(Kind::TargetRegistry, instance, registry.to_string())
    }

    /// A target registry that is made.
    #[must_use]
    pub fn new_target_registry(instance: &InstanceId, name: &RegistryName) -> Self {
        of(Kind::TargetRegistry, instance, format!("{NAMED}{name}"))
    }

    /// A replication policy that is there.
    #[must_use]
    pub fn replication_policy(instance: &InstanceId, policy: PolicyId) -> Self {
        of(Kind::ReplicationPolicy, instance, policy.to_string())
    }

    /// A replication policy that is made.
    #[must_use]
    pub fn new_replication_policy(instance: &InstanceId, name: &PolicyName) -> Self {
        of(Kind::ReplicationPolicy, instance, format!("{NAMED}{name}"))
    }

    /// An execution that is there.
    #[must_use]
    pub fn execution(instance: &InstanceId, execution: ExecutionId) -> Self {
        of(Kind::Execution, instance, execution.to_string())
    }

    /// An execution of a policy that is started; it has no ID before the service has given one.
    #[must_use]
    pub fn new_execution(instance: &InstanceId, policy: PolicyId) -> Self {
        of(Kind::Execution, instance, format!("{NAMED}{policy}"))
    }

    /// The ID of a thing of an instance that is there; `None` for one that is made, and for other things.
    #[must_use]
    pub fn id_in_instance(&self) -> Option<&str> {
        let is_of_one = matches!(self.of, Owner::Instance(_));
        (is_of_one && !self.id.starts_with(NAMED)).then_some(&self.id)
    }
}

fn of(kind: Kind, instance: &InstanceId, id: String) -> Subject {
    Subject::named(kind, Owner::Instance(instance.clone()), id)
}

/// What of an instance is no longer as it was read.
pub(super) fn changed(instance: &InstanceId, kinds: &[Kind]) -> Vec<Collection> {
    let of = || Owner::Instance(instance.clone());
    let kinds = kinds.iter();
    kinds.map(|kind| Collection::new(*kind, of())).collect()
}

/// What a read of an instance shows.
pub(super) fn shown(instance: &InstanceId, kind: Kind) -> Option<Collection> {
    Some(Collection::new(kind, Owner::Instance(instance.clone())))
}
